package dev.perennial.domain.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a lot can be used; frozen when it is earned, but for a sliding expiry and for the end of waiting.
 *
 * @param availableAt pending until then; for a lot that waits for an activity, when it is cancelled if none has come
 * @param expiresAt the first moment at which it can no longer be used; null means never. For a sliding lot it is
 *     worked out for each decision
 * @param awaits the name of the activity that the lot waits for; empty for none
 * @param sliding whether its expiry moves with what the member does
 */
public record Terms(Instant availableAt, @Nullable Instant expiresAt, String awaits, boolean sliding) {

    /** With an end, or none, that is known from the beginning. */
    public Terms(Instant availableAt, @Nullable Instant expiresAt) {
        this(availableAt, expiresAt, "", false);
    }

    public static Terms withoutExpiry(Instant from) {
        return new Terms(from, null);
    }

    /** Waiting for an activity; cancelled if it has not come by the moment until which it is pending. */
    public Terms awaiting(String activity) {
        return new Terms(availableAt, expiresAt, activity, sliding);
    }

    /** With an expiry that moves. */
    public Terms slidingTo(@Nullable Instant expiry) {
        return new Terms(availableAt, expiry, awaits, true);
    }

    boolean isAwaiting() {
        return !awaits.isEmpty();
    }

    /** What it waited for has come. */
    Terms confirmed(Instant at) {
        return new Terms(at, expiresAt, "", sliding);
    }
}
