package dev.perennial.domain.program;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.Custom;
import dev.perennial.domain.shared.UnitId;

/** A rule of a checked program: its document and its compiled condition. */
public record EarningRule(EarningRuleDocument document, UnitId unit, Condition condition) {

    public String id() {
        return document.id();
    }

    /** The first, cheap filter by plain data; the condition decides the rest. */
    boolean concerns(Activity activity) {
        return document.activityType() == activity.type()
                && (document.customName().isEmpty()
                        || (activity.detail() instanceof Custom(String name) && name.equals(document.customName())));
    }

    /** Whether the rule was in season when the fact occurred. */
    public boolean inSeason(Activity activity) {
        return (document.startsAt() == null || !activity.occurredAt().isBefore(document.startsAt()))
                && (document.endsAt() == null || activity.occurredAt().isBefore(document.endsAt()));
    }
}
