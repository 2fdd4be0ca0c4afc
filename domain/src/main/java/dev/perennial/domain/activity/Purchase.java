package dev.perennial.domain.activity;

import java.util.Currency;
import java.util.List;

/**
 * An order that a customer paid for.
 *
 * @param orderId the caller's id of the order; refunds name it; unique for the member
 * @param shipping what was charged for delivery, in the currency's smallest unit
 */
public record Purchase(String orderId, Currency currency, List<OrderLine> lines, long shipping)
        implements ActivityDetail {

    public Purchase {
        lines = List.copyOf(lines);
    }

    @Override
    public ActivityType type() {
        return ActivityType.PURCHASE;
    }

    /** What was charged for the goods: the sum of the lines' amounts, without shipping. */
    public long amount() {
        return lines.stream().mapToLong(OrderLine::amount).reduce(0, Math::addExact);
    }

    /** What was charged for everything. */
    public long total() {
        return Math.addExact(amount(), shipping);
    }

    public long quantity() {
        return lines.stream().mapToLong(OrderLine::quantity).reduce(0, Math::addExact);
    }
}
