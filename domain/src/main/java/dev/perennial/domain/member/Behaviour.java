package dev.perennial.domain.member;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a member's purchases add up to, over the orders that were not refunded in full.
 *
 * @param purchases how many orders
 * @param spent the sum of their net amounts in the program's currency, in its smallest unit
 */
public record Behaviour(
        long purchases,
        long spent,
        @Nullable Instant firstPurchaseAt,
        @Nullable Instant lastPurchaseAt) {

    public static final Behaviour NONE = new Behaviour(0, 0, null, null);

    /** After one more purchase, which comes later than those counted so far. */
    public Behaviour withPurchase(Instant occurredAt, long amount) {
        return new Behaviour(
                purchases + 1,
                Math.addExact(spent, amount),
                firstPurchaseAt == null ? occurredAt : firstPurchaseAt,
                occurredAt);
    }
}
