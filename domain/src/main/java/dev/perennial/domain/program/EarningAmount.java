package dev.perennial.domain.program;

import dev.perennial.domain.shared.Rounding;

/** How much a rule grants, in the unit's smallest step. */
public sealed interface EarningAmount {

    /**
     * So many units for each so much money.
     *
     * @param units at least 1
     * @param each the amount of money that earns them, in the currency's smallest unit, at least 1
     */
    record PerAmount(long units, long each, Rounding rounding) implements EarningAmount {}

    /** So many units for each item, at least 1. */
    record PerItem(long units) implements EarningAmount {}

    /**
     * So many units for each so much of a whole number among the fact's attributes, such as metres run.
     *
     * @param units at least 1
     * @param each how much of it earns them, at least 1
     */
    record PerAttribute(String name, long units, long each, Rounding rounding) implements EarningAmount {}

    /** So many units for the fact, at least 1. */
    record Fixed(long units) implements EarningAmount {}

    /** Whether it can only be computed from an order. */
    default boolean needsOrder() {
        return this instanceof PerAmount || this instanceof PerItem;
    }
}
