package dev.perennial.domain.program;

import dev.perennial.domain.activity.ActivityType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What is asked of how much a rule grants and how long it is good. */
final class GrantCheck {

    /** With at most this much of each, a member's balance is out of range long after their lifetime only. */
    static final long AMOUNT_MAX = 1_000_000_000_000L;

    private final References references;
    private final ZoneId zone;

    GrantCheck(References references, ZoneId zone) {
        this.references = references;
        this.zone = zone;
    }

    void check(EarningRuleDocument rule, Findings findings) {
        amount(rule, findings);
        BaseCheck.check(rule, findings.at("base"));
        boolean pending = PendingCheck.check(rule.pending(), rule.subject().activityType(), findings);
        boolean expiry = ExpiryCheck.check(rule.expiry(), rule.unit(), references, findings);
        if (expiry && pending && neverUsable(rule)) {
            findings.at(ExpiryCheck.field(rule.expiry())).add("always runs out before it can be used");
        }
        LimitsCheck.check(rule.limits(), findings);
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
                Names.attribute(name, here.at("attribute"));
                here.at("units").range(units, 1, AMOUNT_MAX);
                here.at("each").range(each, 1, AMOUNT_MAX);
            }
            case EarningAmount.Fixed(long units) -> here.at("units").range(units, 1, AMOUNT_MAX);
        }
    }

    /**
     * Whether no fact exists whose units could ever be used. A month's or year's end is furthest away from a fact at
     * its beginning, and four years hold a month and a year of every length.
     */
    private boolean neverUsable(EarningRuleDocument rule) {
        return IntStream.range(0, 48)
                .mapToObj(month -> LocalDate.of(2024, 1, 1)
                        .plusMonths(month)
                        .atStartOfDay(zone)
                        .toInstant())
                .noneMatch(earnedAt -> isUsable(rule, earnedAt));
    }

    private boolean isUsable(EarningRuleDocument rule, Instant earnedAt) {
        @Nullable Instant expiresAt = rule.expiry().from(earnedAt, zone);
        return expiresAt == null
                || rule.pending() instanceof Pending.Until // what is earned near that moment may be usable
                || expiresAt.isAfter(rule.pending().from(earnedAt, zone));
    }
}
