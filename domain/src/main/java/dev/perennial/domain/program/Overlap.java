package dev.perennial.domain.program;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether there can be a fact that two subjects are both about, as far as plain data tells. */
final class Overlap {

    private Overlap() {}

    static boolean between(Subject one, Subject other) {
        return one.activityType() == other.activityType()
                && one.partner().equals(other.partner())
                && (one.customName().isEmpty()
                        || other.customName().isEmpty()
                        || one.customName().equals(other.customName()))
                && begins(one.startsAt(), other.endsAt())
                && begins(other.startsAt(), one.endsAt());
    }

    private static boolean begins(@Nullable Instant start, @Nullable Instant beforeEnd) {
        return start == null || beforeEnd == null || start.isBefore(beforeEnd);
    }
}
