package dev.perennial.domain.program;

import dev.perennial.domain.shared.Period;

/**
 * The most that a rule credits to one member in one period, in the unit's smallest step.
 *
 * @param units at least 1
 */
public record Cap(Period period, long units) {}
