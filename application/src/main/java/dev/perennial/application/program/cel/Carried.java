package dev.perennial.application.program.cel;

import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.program.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the fields of a fact can be when no more is known of it than what a subject says. */
final class Carried {

    private static final Set<ActivityType> ORDERS = Set.of(ActivityType.PURCHASE);
    private static final Set<ActivityType> REVIEWS = Set.of(ActivityType.REVIEW);

    private static final Map<String, Set<ActivityType>> NUMBERS = Map.of(
            "amount", ORDERS,
            "total", ORDERS,
            "shipping", ORDERS,
            "quantity", ORDERS,
            "paid_with_gift_cards", ORDERS,
            "paid_with_units", ORDERS,
            "rating", REVIEWS);

    private static final Map<String, Set<ActivityType>> TEXTS = Map.of(
            "currency", ORDERS,
            "order_id", Set.of(ActivityType.PURCHASE, ActivityType.REFUND, ActivityType.CUSTOM),
            "name", Set.of(ActivityType.CUSTOM),
            "sku", REVIEWS,
            "network", Set.of(ActivityType.SOCIAL_FOLLOW),
            "content_id", Set.of(ActivityType.CONTENT_VIEW),
            "platform", Set.of(ActivityType.APP_INSTALLED),
            "plan",
                    Set.of(
                            ActivityType.MEMBERSHIP_PAYMENT,
                            ActivityType.MEMBERSHIP_TRIAL,
                            ActivityType.MEMBERSHIP_CANCELLATION));

    /** Where something happened; what the platform itself tells happens nowhere. */
    private static final Set<String> PLACES = Set.of("store", "brand", "channel");

    private Carried() {}

    /** Whether facts of the type never have the field. */
    static boolean isMissing(String field, ActivityType type) {
        return lacks(NUMBERS, field, type)
                || lacks(TEXTS, field, type)
                || (field.equals("lines") && type != ActivityType.PURCHASE)
                || (type.isOwn() && (PLACES.contains(field) || field.equals("attributes")));
    }

    private static boolean lacks(Map<String, Set<ActivityType>> fields, String field, ActivityType type) {
        return fields.containsKey(field)
                && !fields.getOrDefault(field, Set.of()).contains(type);
    }

    /** What can be at any time. */
    static Map<String, Range> by(Subject subject) {
        ActivityType type = subject.activityType();
        Map<String, Range> ranges = new HashMap<>();
        NUMBERS.forEach((field, types) ->
                ranges.put("activity." + field, types.contains(type) ? Range.atLeast(0L) : Range.exactly(0L)));
        if (type == ActivityType.REVIEW) {
            ranges.put("activity.rating", Range.between(0, 5));
        }
        TEXTS.forEach((field, types) -> {
            if (!types.contains(type)) {
                ranges.put("activity." + field, Range.exactly(""));
            }
        });
        if (type.isOwn()) {
            PLACES.forEach(field -> ranges.put("activity." + field, Range.exactly("")));
            ranges.put("activity.historical", Range.exactly(false));
        }
        if (!subject.customName().isEmpty()) {
            ranges.put("activity.name", Range.exactly(subject.customName()));
        }
        ranges.put("activity.type", Range.exactly(type.name()));
        ranges.put("activity.partner", Range.exactly(subject.partner()));
        ranges.put("activity.month", Range.between(1, 12));
        ranges.put("activity.day", Range.between(1, 31));
        ranges.put("activity.day_of_week", Range.between(1, 7));
        ranges.put("activity.hour", Range.between(0, 23));
        for (String count : Set.of("purchases", "birth_year", "tier_rank")) {
            ranges.put("member." + count, Range.atLeast(0L));
        }
        return ranges;
    }

    /** What can be from one moment on and before another one; null for no such bound. */
    static Map<String, Range> during(
            Map<String, Range> ranges, @Nullable Instant from, @Nullable Instant before, ZoneId zone) {
        Map<String, Range> during = new HashMap<>(ranges);
        if (from != null) {
            LocalDate first = LocalDate.ofInstant(from, zone);
            narrow(during, "activity.year", Range.atLeast((long) first.getYear()));
            narrow(during, "activity.date", Range.atLeast(first.toString()));
        }
        if (before != null) {
            LocalDate last = LocalDate.ofInstant(before.minusNanos(1), zone);
            narrow(during, "activity.year", Range.atMost((long) last.getYear()));
            narrow(during, "activity.date", Range.atMost(last.toString()));
        }
        return during;
    }

    private static void narrow(Map<String, Range> ranges, String field, Range to) {
        ranges.merge(field, to, Range::and);
    }
}
