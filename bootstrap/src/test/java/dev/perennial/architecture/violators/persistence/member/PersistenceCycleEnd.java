package dev.perennial.architecture.violators.persistence.member;

import dev.perennial.architecture.violators.persistence.loyalty.PersistenceCycleStart;

public record PersistenceCycleEnd(PersistenceCycleStart start) {}
