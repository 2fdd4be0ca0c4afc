package dev.perennial.architecture.violators.domain.program;

import dev.perennial.architecture.violators.domain.loyalty.CycleStart;

public record CycleEnd(CycleStart start) {}
