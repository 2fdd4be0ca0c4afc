package dev.perennial.domain.activity;

import dev.perennial.domain.shared.Rounding;

/**
 * One line of an order. Money is in the smallest unit of the order's currency, for the whole line.
 *
 * @param brand empty for the order's
 * @param giftCard whether what was bought is a gift card
 * @param quantity how many items, at least 1 when ordered, 0 when all were returned
 * @param amount what was charged, tax included and discount taken off; 0 for free goods
 * @param tax the part of the amount that is tax
 * @param discount what was taken off before the amount was charged
 * @param cost what the goods cost the seller
 */
public record OrderLine(
        String sku,
        String name,
        String category,
        String brand,
        boolean giftCard,
        long quantity,
        long amount,
        long tax,
        long discount,
        long cost) {

    /** A line without a brand of its own that is no gift card. */
    public OrderLine(
            String sku, String name, String category, long quantity, long amount, long tax, long discount, long cost) {
        this(sku, name, category, "", false, quantity, amount, tax, discount, cost);
    }

    /** This line after some of its items came back: every sum shrinks in proportion, rounded once. */
    OrderLine withoutItems(long returned) {
        return returned == 0
                ? this
                : with(
                        quantity - returned,
                        amount - part(amount, returned, quantity),
                        tax - part(tax, returned, quantity),
                        discount - part(discount, returned, quantity),
                        cost - part(cost, returned, quantity));
    }

    /** This line after a part of its amount was paid back: the items stay, so does their cost. */
    OrderLine withoutAmount(long paidBack) {
        return paidBack == 0
                ? this
                : with(quantity, amount - paidBack, tax - part(tax, paidBack, amount), discount, cost);
    }

    private OrderLine with(long newQuantity, long newAmount, long newTax, long newDiscount, long newCost) {
        return new OrderLine(
                sku, name, category, brand, giftCard, newQuantity, newAmount, newTax, newDiscount, newCost);
    }

    private static long part(long whole, long of, long in) {
        return Rounding.HALF_EVEN.scale(whole, of, in);
    }
}
