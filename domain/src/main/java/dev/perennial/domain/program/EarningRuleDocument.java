package dev.perennial.domain.program;

import dev.perennial.domain.activity.ActivityType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An earning rule as written: for which facts, under which condition, how much of what, and from when until when it is
 * good.
 *
 * @param id unique in the program and stable over its versions: caps count by it
 * @param customName for {@link ActivityType#CUSTOM} the caller's name of the kind; empty means every kind
 * @param condition a CEL expression over {@code activity} and {@code member}; empty means always
 * @param startsAt the first moment of facts it applies to; null means ever
 * @param endsAt the first moment it no longer applies to; null means never
 * @param pendingDays how many days (of 24 hours) what it grants stays pending; 0 to 3,650
 * @param earnsOnHistorical whether imported history earns too
 */
public record EarningRuleDocument(
        String id,
        String name,
        ActivityType activityType,
        String customName,
        String condition,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        String unit,
        EarningAmount amount,
        int pendingDays,
        Expiry expiry,
        List<Cap> caps,
        boolean earnsOnHistorical) {

    public EarningRuleDocument {
        caps = List.copyOf(caps);
    }
}
