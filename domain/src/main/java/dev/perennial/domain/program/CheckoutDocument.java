package dev.perennial.domain.program;

import java.util.List;
import java.util.Optional;

/**
 * What baskets cost members: what is taken off by itself, how many vouchers go with it, and which units pay.
 *
 * @param discounts in the order in which they are taken off
 * @param stacking how several of them go together
 * @param vouchersMax how many vouchers one order may use, 0 to 20
 * @param payments the units that pay, one for each unit
 * @param reservationMinutes how long everything is held for an order, 1 to 43,200
 */
public record CheckoutDocument(
        List<DiscountDocument> discounts,
        Stacking stacking,
        int vouchersMax,
        List<UnitPaymentDocument> payments,
        int reservationMinutes) {

    public static final int DEFAULT_VOUCHERS_MAX = 1;

    public static final int DEFAULT_RESERVATION_MINUTES = 30;

    /** One voucher an order, and nothing else. */
    public static final CheckoutDocument NONE = new CheckoutDocument(
            List.of(), Stacking.HIGHEST, DEFAULT_VOUCHERS_MAX, List.of(), DEFAULT_RESERVATION_MINUTES);

    public CheckoutDocument {
        discounts = List.copyOf(discounts);
        payments = List.copyOf(payments);
    }

    /** How the unit pays, if it does. */
    public Optional<UnitPaymentDocument> payment(String unit) {
        return payments.stream().filter(payment -> payment.unit().equals(unit)).findFirst();
    }

    /** The discount of that id, if there is one. */
    public Optional<DiscountDocument> discount(String id) {
        return discounts.stream().filter(discount -> discount.id().equals(id)).findFirst();
    }
}
