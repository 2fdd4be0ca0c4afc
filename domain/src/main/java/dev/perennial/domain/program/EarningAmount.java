package dev.perennial.domain.program;

import dev.perennial.domain.activity.Purchase;
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

    /** So many units for the fact, at least 1. */
    record Fixed(long units) implements EarningAmount {}

    /** Whether it can only be computed from an order. */
    default boolean needsOrder() {
        return !(this instanceof Fixed);
    }

    /**
     * What an order earns, before caps.
     *
     * @throws ArithmeticException if it does not fit a long
     */
    default long of(Purchase order) {
        return switch (this) {
            case PerAmount(long units, long each, Rounding rounding) -> rounding.scale(order.amount(), units, each);
            case PerItem(long units) -> Math.multiplyExact(order.quantity(), units);
            case Fixed(long units) -> units;
        };
    }
}
