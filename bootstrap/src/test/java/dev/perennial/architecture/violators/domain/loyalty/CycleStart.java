package dev.perennial.architecture.violators.domain.loyalty;

import dev.perennial.architecture.violators.domain.program.CycleEnd;

public record CycleStart(CycleEnd end) {}
