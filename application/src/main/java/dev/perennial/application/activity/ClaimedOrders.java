package dev.perennial.application.activity;

import dev.perennial.domain.loyalty.Consequences;
import dev.perennial.domain.loyalty.MemberState;
import java.util.List;

/**
 * What a claim came to.
 *
 * @param orders in the order of their purchases
 * @param member after it
 * @param more whether there are orders that one more claim would find
 */
public record ClaimedOrders(List<ClaimedOrder> orders, MemberState member, boolean more) {

    /**
     * An order that is the member's now.
     *
     * @param recordedBefore whether the purchase had been recorded for the member under another key; it was not again
     * @param facts what recording each of its facts came to, in order of time
     */
    public record ClaimedOrder(String orderId, boolean recordedBefore, List<Consequences> facts) {}
}
