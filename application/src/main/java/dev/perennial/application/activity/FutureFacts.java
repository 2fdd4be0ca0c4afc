package dev.perennial.application.activity;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.shared.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Facts that have not happened yet. A real tenant's are refused before they reach a lane; what is the future of a
 * sandbox only its decision knows.
 */
public final class FutureFacts {

    public static final String PROBLEM = "must not be more than 24 hours in the future";

    /** Callers' clocks may be wrong, but hardly by more than a day. */
    private static final Duration CLOCKS_MAY_DIFFER_BY = Duration.ofHours(24);

    private FutureFacts() {}

    /** Whether somebody tells of what cannot have happened by now. */
    public static boolean isToCome(Instant occurredAt, Instant now) {
        return occurredAt.isAfter(now.plus(CLOCKS_MAY_DIFFER_BY));
    }

    static Optional<Refusal> refusal(Activity activity, Instant now) {
        return isToCome(activity.occurredAt(), now)
                ? Optional.of(Refusal.invalid("activity.occurred_at", PROBLEM))
                : Optional.empty();
    }
}
