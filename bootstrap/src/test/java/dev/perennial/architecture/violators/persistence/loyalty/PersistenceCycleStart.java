package dev.perennial.architecture.violators.persistence.loyalty;

import dev.perennial.architecture.violators.persistence.member.PersistenceCycleEnd;

public record PersistenceCycleStart(PersistenceCycleEnd end) {}
