package dev.perennial.domain.loyalty.standing;

/** What has become of a member's membership of one plan. */
public enum MembershipState {
    /** There has not been one yet. */
    NONE(false),
    TRIAL(true),
    /** Paid for. */
    ACTIVE(true),
    /** Runs until the end of what was paid for, or of the trial, and not longer. */
    CANCELLING(true),
    /** The payment is late. */
    GRACE(true),
    ENDED(false);

    private final boolean live;

    MembershipState(boolean live) {
        this.live = live;
    }

    /** Whether the plan's benefits and level are the member's. */
    public boolean live() {
        return live;
    }
}
