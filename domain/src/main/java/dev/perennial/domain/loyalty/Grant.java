package dev.perennial.domain.loyalty;

import dev.perennial.domain.shared.UnitId;

/**
 * What one rule came to for one fact.
 *
 * @param nominal before caps, in the unit's smallest step
 * @param credited after caps, in the unit's smallest step: what the ledger holds for this fact and rule
 */
public record Grant(String rule, UnitId unit, long nominal, long credited) {}
