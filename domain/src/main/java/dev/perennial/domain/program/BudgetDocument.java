package dev.perennial.domain.program;

import dev.perennial.domain.shared.Period;

/**
 * The most that the rules which draw on it grant to all members together.
 *
 * @param id unique among the budgets and stable over the versions of the program
 * @param unit the unit that it counts
 * @param amount at least 1, in the unit's smallest step
 * @param period it is filled anew with each period, in the program's time zone
 */
public record BudgetDocument(String id, String name, String unit, long amount, Period period) {}
