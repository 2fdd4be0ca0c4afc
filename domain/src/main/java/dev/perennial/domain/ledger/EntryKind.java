package dev.perennial.domain.ledger;

/** Why units moved. */
public enum EntryKind {
    /** A rule granted units for a fact. */
    EARN,
    /** A pending lot's time came. */
    ACTIVATE,
    /** A lot's time ran out. */
    EXPIRE,
    /** What a pending lot waited for did not come in time. */
    CANCEL,
    /** A full card became a reward. */
    CONVERT,
    /** A full card became stamps again, because one of them was taken back and the reward had not been used. */
    UNDO_CONVERT,
    /** What a fact had earned was taken back: a refund, or a late fact that changed what was due. */
    CLAWBACK,
    /** An expiry was undone because what had expired was taken back. */
    REVERSE_EXPIRY,
    /** A cancellation was undone: what the lot had waited for came to be known, or the units were taken back. */
    REVERSE_CANCEL,
    /** Units that came in paid what the member owed. */
    REPAY_DEBT,
    /** Units were set aside for a reservation. */
    HOLD,
    /** A reservation ended without a redemption. */
    RELEASE,
    /** Units were spent on a reward. */
    REDEEM,
    /** Units that were spent came back: a redemption was reversed. */
    RETURN,
    /** Units that are a reward: they were bought with others. */
    REWARD,
    /** Units were sent to another member. */
    TRANSFER_OUT,
    /** Units came that another member had sent. */
    TRANSFER_IN,
    /** Units that were sent came back: they could not be received. */
    TRANSFER_RETURN,
    /** A correction by hand, with a reason. */
    ADJUST,
    /** Units that had run out were given back by hand, with a reason. */
    REINSTATE,
    /** Units that the member had in another system came along. */
    OPENING
}
