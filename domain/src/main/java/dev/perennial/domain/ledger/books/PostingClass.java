package dev.perennial.domain.ledger.books;

/** Why the books move, by the accounts between which units moved. */
public enum PostingClass {
    /** Units were granted. */
    ISSUE,
    /** What had been granted was taken back. */
    CLAW_BACK,
    /** Units ran out. */
    EXPIRE,
    /** Units that had run out came back, most often to be taken back. */
    REVERSE_EXPIRY,
    /** What units waited for did not come. */
    CANCEL,
    /** It came after all. */
    REVERSE_CANCEL,
    /** Units became others, or became what they had been. */
    CONVERT,
    /** Units were spent on a reward. */
    REDEEM,
    /** What had been spent came back. */
    RETURN,
    /** Units went from one member to another, or came back. */
    TRANSFER,
    /** Units that came in paid what a member owed. */
    REPAY_DEBT,
    /** A correction by hand. */
    ADJUST,
    /** What members had in another system was taken over. */
    OPEN
}
