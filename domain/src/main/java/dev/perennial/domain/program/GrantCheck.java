package dev.perennial.domain.program;

import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.shared.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What is asked of how much a rule grants and how long it is good. */
final class GrantCheck {

    /** With at most this much of each, a member's balance is out of range long after their lifetime only. */
    static final long AMOUNT_MAX = 1_000_000_000_000L;

    private static final int EXPIRY_DAYS_MAX = 36_500;
    private static final int EXPIRY_YEARS_MAX = 100;

    static final int PENDING_DAYS_MAX = 3_650;

    private GrantCheck() {}

    static void check(EarningRuleDocument rule, ZoneId zone, Findings findings) {
        amount(rule, findings);
        boolean pending = pending(rule.pending(), findings);
        Findings expiry = findings.at(expiryField(rule.expiry()));
        if (expiryInRange(rule.expiry(), expiry) && pending && neverUsable(rule, zone)) {
            expiry.add("always runs out before it can be used");
        }
        caps(rule.limits().caps(), findings.at("caps"));
    }

    private static void amount(EarningRuleDocument rule, Findings findings) {
        Findings here = findings.at(
                switch (rule.amount()) {
                    case EarningAmount.PerAmount amount -> "per_amount";
                    case EarningAmount.PerItem amount -> "per_item";
                    case EarningAmount.PerAttribute amount -> "per_attribute";
                    case EarningAmount.Fixed amount -> "fixed";
                });
        if (rule.amount().needsOrder() && rule.subject().activityType() != ActivityType.PURCHASE) {
            here.add("needs an order, which only a purchase has; a fixed amount does not");
        }
        switch (rule.amount()) {
            case EarningAmount.PerAmount(long units, long each, var rounding) -> {
                here.at("units").range(units, 1, AMOUNT_MAX);
                here.at("each").range(each, 1, AMOUNT_MAX);
            }
            case EarningAmount.PerItem(long units) -> here.at("units").range(units, 1, AMOUNT_MAX);
            case EarningAmount.PerAttribute(var name, long units, long each, var rounding) -> {
                here.at("units").range(units, 1, AMOUNT_MAX);
                here.at("each").range(each, 1, AMOUNT_MAX);
            }
            case EarningAmount.Fixed(long units) -> here.at("units").range(units, 1, AMOUNT_MAX);
        }
    }

    /** Whether it is in range. */
    private static boolean pending(Pending pending, Findings findings) {
        return switch (pending) {
            case Pending.ForDays(int days) -> findings.at("pending_days").range(days, 0, PENDING_DAYS_MAX);
            case Pending.Until until -> true;
            case Pending.EndOf(Period period) -> {
                if (period == Period.LIFETIME) {
                    findings.at("pending_end_of").add("a lifetime does not end");
                }
                yield period != Period.LIFETIME;
            }
            case Pending.UntilActivity(String name, int days) ->
                findings.at("pending_until_activity").at("within_days").range(days, 1, PENDING_DAYS_MAX);
        };
    }

    private static String expiryField(Expiry expiry) {
        return switch (expiry) {
            case Expiry.Never never -> "never";
            case Expiry.AfterDays days -> "after_days";
            case Expiry.AfterMonths months -> "after_months";
            case Expiry.EndOfMonth months -> "end_of_month";
            case Expiry.EndOfYear years -> "end_of_year";
        };
    }

    private static boolean expiryInRange(Expiry expiry, Findings findings) {
        return switch (expiry) {
            case Expiry.Never never -> true;
            case Expiry.AfterDays(int days) -> findings.range(days, 1, EXPIRY_DAYS_MAX);
            case Expiry.AfterMonths(int months) -> findings.range(months, 1, EXPIRY_YEARS_MAX * 12);
            case Expiry.EndOfMonth(int months) -> findings.range(months, 0, EXPIRY_YEARS_MAX * 12);
            case Expiry.EndOfYear(int years) -> findings.range(years, 0, EXPIRY_YEARS_MAX);
        };
    }

    /**
     * Whether no fact exists whose units could ever be used. A month's or year's end is furthest away from a fact at
     * its beginning, and four years hold a month and a year of every length.
     */
    private static boolean neverUsable(EarningRuleDocument rule, ZoneId zone) {
        return IntStream.range(0, 48)
                .mapToObj(month -> LocalDate.of(2024, 1, 1)
                        .plusMonths(month)
                        .atStartOfDay(zone)
                        .toInstant())
                .noneMatch(earnedAt -> isUsable(rule, earnedAt, zone));
    }

    private static boolean isUsable(EarningRuleDocument rule, Instant earnedAt, ZoneId zone) {
        @Nullable Instant expiresAt = rule.expiry().from(earnedAt, zone);
        return expiresAt == null
                || rule.pending() instanceof Pending.Until // what is earned near that moment may be usable
                || expiresAt.isAfter(rule.pending().from(earnedAt, zone));
    }

    private static void caps(List<Cap> caps, Findings findings) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < caps.size(); i++) {
            Cap cap = caps.get(i);
            findings.item(i).at(cap.of().name().toLowerCase(Locale.ROOT)).range(cap.limit(), 1, Long.MAX_VALUE);
            if (!seen.add(cap.of() + " " + cap.period())) {
                findings.item(i).at("period").add("the rule already has a cap for this period");
            }
        }
    }
}
