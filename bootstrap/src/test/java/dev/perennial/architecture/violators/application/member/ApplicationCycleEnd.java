package dev.perennial.architecture.violators.application.member;

import dev.perennial.architecture.violators.application.loyalty.ApplicationCycleStart;

public record ApplicationCycleEnd(ApplicationCycleStart start) {}
