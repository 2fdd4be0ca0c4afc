package dev.perennial.domain.ledger.books;

/** The accounts of the general ledger that a program's movements are booked on, in the words of IFRS 15. */
public enum BookAccount {
    /** What members could still exchange: the obligation to give them something later (IFRS 15.106). */
    CONTRACT_LIABILITY,
    /** What members owe because more was taken back than they had; no negative liability. */
    MEMBER_RECEIVABLE,
    /** Revenue of sales that was put off because a part of the price was paid for units (IFRS 15.B40). */
    REVENUE_DEFERRAL,
    /** What was granted without a sale. */
    MARKETING_EXPENSE,
    /** What ran out before it was exchanged (IFRS 15.B46). */
    BREAKAGE_REVENUE,
    /** What was exchanged for rewards (IFRS 15.B40). */
    REDEMPTION_REVENUE,
    /** One side of an exchange of units for others; the other side is the other unit's. */
    CONVERSION_CLEARING,
    /** What members have sent and nobody has received yet: still owed, but to whom is not settled. */
    TRANSFER_CLEARING,
    /** The other side of corrections by hand. */
    ADJUSTMENTS,
    /** The other side of what members brought along: what the books of the system before say is owed. */
    OPENING_BALANCES
}
