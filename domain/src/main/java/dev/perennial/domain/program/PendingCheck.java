package dev.perennial.domain.program;

import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.shared.Period;

/** What is asked of until when units cannot be used yet. */
final class PendingCheck {

    private static final int DAYS_MAX = 3_650;

    private PendingCheck() {}

    /** Whether it is in range. */
    static boolean check(Pending pending, ActivityType type, Findings findings) {
        return switch (pending) {
            case Pending.ForDays(int days) -> findings.at("pending_days").range(days, 0, DAYS_MAX);
            case Pending.Until until -> true;
            case Pending.EndOf(Period period) -> {
                if (period == Period.LIFETIME) {
                    findings.at("pending_end_of").add("a lifetime does not end");
                }
                yield period != Period.LIFETIME;
            }
            case Pending.UntilActivity until -> check(until, type, findings.at("pending_until_activity"));
        };
    }

    private static boolean check(Pending.UntilActivity until, ActivityType type, Findings findings) {
        if (type != ActivityType.PURCHASE && type != ActivityType.CUSTOM) {
            findings.add("needs an order to wait for, which only purchases and custom activities have");
        }
        Names.customActivity(until.name(), findings.at("name"));
        return findings.at("within_days").range(until.withinDays(), 1, DAYS_MAX);
    }
}
