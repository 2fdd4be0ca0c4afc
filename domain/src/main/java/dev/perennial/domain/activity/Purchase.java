package dev.perennial.domain.activity;

import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order that a customer paid for. All money is in the smallest unit of its currency.
 *
 * @param orderId the caller's id of the order; refunds name it; unique for the member
 * @param shipping what was charged for delivery
 * @param paidWithGiftCards how much of the total was paid with gift cards
 * @param paidWithUnits how much of the total was paid with units
 * @param exchangeRate to the program's currency; null when the caller gave none
 */
public record Purchase(
        String orderId,
        Currency currency,
        List<OrderLine> lines,
        long shipping,
        long paidWithGiftCards,
        long paidWithUnits,
        @Nullable ExchangeRate exchangeRate)
        implements ActivityDetail {

    public Purchase {
        lines = List.copyOf(lines);
    }

    /** An order in the program's currency that was paid with money. */
    public Purchase(String orderId, Currency currency, List<OrderLine> lines, long shipping) {
        this(orderId, currency, lines, shipping, 0, 0, null);
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
