package dev.perennial.domain.ledger;

/** Why units moved. */
public enum EntryKind {
    /** A rule granted units for a fact. */
    EARN,
    /** A pending lot's time came. */
    ACTIVATE,
    /** A lot's time ran out. */
    EXPIRE,
    /** What a fact had earned was taken back: a refund, or a late fact that changed what was due. */
    CLAWBACK,
    /** An expiry was undone because what had expired was taken back. */
    REVERSE_EXPIRY,
    /** Units that came in paid what the member owed. */
    REPAY_DEBT,
    /** A correction by hand, with a reason. */
    ADJUST
}
