package dev.perennial.domain.ledger;

/** Where units can be. An entry moves them from one account to another, so the sum over all accounts is always zero. */
public enum Account {
    /** The member's, free to be spent. */
    AVAILABLE,
    /** The member's, earned but not yet active. */
    PENDING,
    /** The member's, set aside for a reservation. */
    HELD,
    /** What the member owes: this account's balance is zero or negative. */
    DEBT,
    /** The program's: where earned units come from; its balance is minus what was ever issued and not taken back. */
    ISSUED,
    /** The program's: units that ran out before they were spent. */
    EXPIRED,
    /** The program's: units that were never active because what they waited for did not come. */
    CANCELLED,
    /** The program's: stamps that became a reward, and the other side of that reward. */
    CONVERTED,
    /** The program's: units that members spent; what is given back leaves it again. */
    REDEEMED,
    /** The program's: units that a member has sent to another and that have not come to anybody yet. */
    IN_TRANSIT,
    /** The program's: the other side of corrections by hand. */
    ADJUSTED,
    /** The program's: where units come from that members brought along from another system. */
    OPENING
}
