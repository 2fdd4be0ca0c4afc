package dev.perennial.domain.program;

import java.util.List;

/**
 * Which part of an order earns. Without any choice it is what was charged for the goods, tax included and discounts
 * taken off, without shipping, without bought gift cards and without what was paid with units.
 *
 * @param beforeTax tax does not earn
 * @param withShipping shipping earns too
 * @param beforeDiscounts discounts are not taken off
 * @param withGiftCards bought gift cards earn too
 * @param withoutGiftCardPayments what was paid with gift cards does not earn
 * @param withUnitPayments what was paid with units earns too
 * @param excluded goods that earn nothing
 * @param boosts goods that earn more; several on one line combine like multipliers
 */
public record EarningBase(
        boolean beforeTax,
        boolean withShipping,
        boolean beforeDiscounts,
        boolean withGiftCards,
        boolean withoutGiftCardPayments,
        boolean withUnitPayments,
        Goods excluded,
        List<Boost> boosts) {

    /** What was charged for the goods. */
    public static final EarningBase GOODS =
            new EarningBase(false, false, false, false, false, false, Goods.NONE, List.of());

    public EarningBase {
        boosts = List.copyOf(boosts);
    }

    /**
     * Goods that earn more.
     *
     * @param percent 200 doubles; 1 to 10,000
     */
    public record Boost(Goods goods, int percent) {}
}
