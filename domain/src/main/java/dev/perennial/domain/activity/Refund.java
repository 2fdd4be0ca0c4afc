package dev.perennial.domain.activity;

import java.util.List;

/**
 * Money or goods that went back for an order. It may come before its purchase is known and then waits for it.
 *
 * @param lines the items that came back; may be empty
 * @param amount money paid back beyond the items, in the smallest unit of the order's currency; may be zero
 */
public record Refund(String orderId, List<ReturnedLine> lines, long amount) implements ActivityDetail {

    public Refund {
        lines = List.copyOf(lines);
    }

    @Override
    public ActivityType type() {
        return ActivityType.REFUND;
    }

    @Override
    public String aboutOrder() {
        return orderId;
    }

    /**
     * Items of one order line that came back.
     *
     * @param lineNumber the line's place in the order, from 1
     * @param quantity how many items, at least 1
     */
    public record ReturnedLine(int lineNumber, long quantity) {}
}
