package dev.perennial.domain.program;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.shared.UnitId;

/** A rule of a checked program: its document and its compiled condition. */
public record EarningRule(EarningRuleDocument document, UnitId unit, Condition condition) {

    public String id() {
        return document.id();
    }

    boolean concerns(Activity activity) {
        return document.subject().concerns(activity);
    }
}
