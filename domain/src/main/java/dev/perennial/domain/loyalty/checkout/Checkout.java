package dev.perennial.domain.loyalty.checkout;

import java.util.List;

/**
 * What is held for an order besides units, and what was agreed. Money is in the smallest unit of the program's currency.
 *
 * @param orderId the caller's id of the order that confirms it
 * @param vouchers the numbers of the redemptions whose vouchers it uses
 * @param discounts the ids of the discounts that were taken off
 * @param reduced what discounts and vouchers take off together
 * @param unitsValue what the units are worth that pay for it
 * @param toPay what is left to be paid with money
 * @param returned how many of the units went back by refunds
 */
public record Checkout(
        String orderId,
        List<Long> vouchers,
        List<String> discounts,
        long reduced,
        long unitsValue,
        long toPay,
        long returned) {

    /** The id under which what pays for orders is kept, as a rule's; a rule's own id is never this one. */
    public static final String RULE = "checkout:order";

    public Checkout {
        vouchers = List.copyOf(vouchers);
        discounts = List.copyOf(discounts);
    }

    /** The same, of a member whose commands have other numbers, each so much higher. */
    public Checkout renumbered(long commands) {
        List<Long> moved = vouchers.stream().map(voucher -> voucher + commands).toList();
        return new Checkout(orderId, moved, discounts, reduced, unitsValue, toPay, returned);
    }

    public Checkout returning(long units) {
        return new Checkout(orderId, vouchers, discounts, reduced, unitsValue, toPay, units);
    }
}
