package dev.perennial.domain.loyalty.standing;

import dev.perennial.domain.activity.MembershipFact;

/** What moves a membership from one state to another. */
public enum MembershipEvent {
    TRIAL_STARTED,
    PAID,
    CANCELLED_AT_PERIOD_END,
    CANCELLED_NOW,
    /** The end of the trial or of what was paid for. */
    PERIOD_OVER,
    GRACE_OVER;

    static MembershipEvent of(MembershipFact fact) {
        return switch (fact) {
            case MembershipFact.Payment payment -> PAID;
            case MembershipFact.Trial trial -> TRIAL_STARTED;
            case MembershipFact.Cancellation cancellation ->
                cancellation.atOnce() ? CANCELLED_NOW : CANCELLED_AT_PERIOD_END;
        };
    }
}
