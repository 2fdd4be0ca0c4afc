package dev.perennial.domain.program;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.activity.Custom;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which facts something is about: plain data, by which facts are filtered first, and a condition that decides the rest.
 *
 * @param customName for {@link ActivityType#CUSTOM} the caller's name of the kind; empty means every kind
 * @param partner the partner where it happened; empty means the tenant's own business only
 * @param condition a CEL expression over {@code activity} and {@code member}; empty means always
 * @param startsAt the first moment of facts it applies to; null means ever
 * @param endsAt the first moment it no longer applies to; null means never
 */
public record Subject(
        ActivityType activityType,
        String customName,
        String partner,
        String condition,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt) {

    /** Every fact of a kind, at any time. */
    public static Subject every(ActivityType type) {
        return new Subject(type, "", "", "", null, null);
    }

    /** Whether it is about what was bought. */
    public boolean isOfPurchases() {
        return activityType == ActivityType.PURCHASE;
    }

    /** The first, cheap filter by plain data. */
    public boolean concerns(Activity activity) {
        return activityType == activity.type()
                && partner.equals(activity.place().partner())
                && (customName.isEmpty()
                        || (activity.detail() instanceof Custom custom
                                && custom.name().equals(customName)));
    }

    /** Whether it was in season when the fact occurred. */
    public boolean inSeason(Activity activity) {
        return (startsAt == null || !activity.occurredAt().isBefore(startsAt))
                && (endsAt == null || activity.occurredAt().isBefore(endsAt));
    }
}
