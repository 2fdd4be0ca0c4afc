package dev.perennial.domain.loyalty.standing;

import java.time.Instant;

/** Something that happened to a member's standing. */
public sealed interface Change {

    Instant at();

    /**
     * The level as a whole became another one, whatever it rests on.
     *
     * @param from the id of the level until then; empty for none
     * @param to the id of the level since then; empty for none
     */
    record LevelChanged(Instant at, String from, String to, Reason reason) implements Change {}

    /** A payment moves a membership on even when it was active already, so both states may be the same. */
    record MembershipChanged(Instant at, String plan, MembershipState from, MembershipState to, MembershipEvent cause)
            implements Change {}

    /** Why a level changed. */
    enum Reason {
        /** Enough was earned. */
        EARNED,
        /** Too little was earned in time, and the grace is over. */
        REVIEW,
        /** What it was reached with was refunded. */
        REFUND,
        MATCH,
        MATCH_ENDED,
        /** A membership began or ended. */
        MEMBERSHIP,
        /** Another version of the program took effect. */
        PROGRAM
    }
}
