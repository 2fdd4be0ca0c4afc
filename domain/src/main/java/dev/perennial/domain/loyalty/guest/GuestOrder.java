package dev.perennial.domain.loyalty.guest;

import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order that was told without a member.
 *
 * @param id the caller's own, unique among the orders of the tenant's guests
 * @param boughtAt null while only refunds of it were told
 * @param claimableUntil first moment at which nobody can claim it any more
 * @param facts how many were told of it and wait
 * @param claimedBy whose it is; null while it is nobody's
 */
public record GuestOrder(
        String id,
        @Nullable Instant boughtAt,
        Instant claimableUntil,
        int facts,
        @Nullable MemberId claimedBy) {

    /** A claim tells all of an order in one transaction. */
    public static final int FACTS_MAX = 100;

    /** For how long an order can be claimed when nothing else is said, from the moment at which it was bought. */
    public static final Duration CLAIMABLE = Duration.ofDays(365);

    /** One of which nothing was told yet. */
    public static GuestOrder untold(String id, Instant claimableUntil) {
        return new GuestOrder(id, null, claimableUntil, 0, null);
    }

    /**
     * One more fact is told of it. Of an order that was not bought yet, the first fact says until when it can be claimed;
     * the purchase has the last word.
     *
     * @return refused with {@link Reason#ORDER_ALREADY_RECORDED} or {@link Reason#TOO_MANY_REFUNDS}
     */
    public Result<GuestOrder> told(GuestFact fact, Duration claimable) {
        boolean bought = boughtAt != null || claimedBy != null;
        if (fact.isPurchase()) {
            Instant at = fact.activity().occurredAt();
            return bought
                    ? Result.refused(Refusal.orderAlreadyRecorded(id))
                    : Result.ok(new GuestOrder(id, at, at.plus(claimable), facts + 1, null));
        }
        // The purchase is always welcome: one place is kept for it.
        return facts >= (bought ? FACTS_MAX : FACTS_MAX - 1)
                ? Result.refused(Refusal.of(
                        Reason.TOO_MANY_REFUNDS,
                        "As many refunds of the order wait as may wait.",
                        Map.of("order_id", id, "max", Integer.toString(FACTS_MAX - 1))))
                : Result.ok(new GuestOrder(id, boughtAt, claimableUntil, facts + 1, claimedBy));
    }

    /** Whether its time is over while it is nobody's. */
    public boolean isOver(Instant now) {
        return claimedBy == null && !claimableUntil.isAfter(now);
    }
}
