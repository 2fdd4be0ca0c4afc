package dev.perennial.architecture.violators.application.loyalty;

import dev.perennial.architecture.violators.application.member.ApplicationCycleEnd;

public record ApplicationCycleStart(ApplicationCycleEnd end) {}
