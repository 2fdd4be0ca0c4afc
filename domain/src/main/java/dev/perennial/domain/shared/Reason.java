package dev.perennial.domain.shared;

/** Every reason for which a request can be refused, each of one kind; the names are part of the public contract. */
public enum Reason {
    INVALID_REQUEST(Kind.INVALID),
    PROGRAM_INVALID(Kind.INVALID),
    MEMBER_NOT_FOUND(Kind.UNKNOWN),
    IDENTIFIER_NOT_FOUND(Kind.UNKNOWN),
    ACTIVITY_NOT_FOUND(Kind.UNKNOWN),
    ENTRY_NOT_FOUND(Kind.UNKNOWN),
    UNIT_NOT_FOUND(Kind.UNKNOWN),
    PROGRAM_VERSION_NOT_FOUND(Kind.UNKNOWN),
    TIER_NOT_FOUND(Kind.UNKNOWN),
    PLAN_NOT_FOUND(Kind.UNKNOWN),
    RAFFLE_NOT_FOUND(Kind.UNKNOWN),
    TICKETS_NOT_FOUND(Kind.UNKNOWN),
    LEADERBOARD_NOT_FOUND(Kind.UNKNOWN),
    CLUB_NOT_FOUND(Kind.UNKNOWN),
    REWARD_NOT_FOUND(Kind.UNKNOWN),
    REDEMPTION_NOT_FOUND(Kind.UNKNOWN),
    VOUCHER_NOT_FOUND(Kind.UNKNOWN),
    TRANSFER_NOT_FOUND(Kind.UNKNOWN),
    POOL_NOT_FOUND(Kind.UNKNOWN),
    MEMBER_ALREADY_EXISTS(Kind.EXISTS),
    IDENTIFIER_TAKEN(Kind.EXISTS),
    POOL_EXISTS(Kind.EXISTS),
    KEY_REUSED(Kind.PRECONDITION),
    ORDER_ALREADY_RECORDED(Kind.PRECONDITION),
    PROGRAM_NOT_APPLIED(Kind.PRECONDITION),
    INSUFFICIENT_UNITS(Kind.PRECONDITION),
    STATUS_MATCH_NOT_OFFERED(Kind.PRECONDITION),
    STATUS_MATCH_HELD(Kind.PRECONDITION),
    TRIAL_NOT_OFFERED(Kind.PRECONDITION),
    REWARD_OUT_OF_SEASON(Kind.PRECONDITION),
    REWARD_ABOVE_TIER(Kind.PRECONDITION),
    REWARD_CONDITION_NOT_MET(Kind.PRECONDITION),
    REWARD_LIMIT_REACHED(Kind.PRECONDITION),
    REWARD_OUT_OF_STOCK(Kind.PRECONDITION),
    BUDGET_EXHAUSTED(Kind.PRECONDITION),
    TOO_MANY_OPEN_REDEMPTIONS(Kind.PRECONDITION),
    REDEMPTION_STATE(Kind.PRECONDITION),
    VOUCHER_STATE(Kind.PRECONDITION),
    SAME_MEMBER(Kind.PRECONDITION),
    TRANSFER_NOT_OFFERED(Kind.PRECONDITION),
    TRANSFER_LIMIT_REACHED(Kind.PRECONDITION),
    POOL_NOT_OFFERED(Kind.PRECONDITION),
    POOL_PLACE(Kind.PRECONDITION),
    POOL_ROLE(Kind.PRECONDITION),
    POOL_FULL(Kind.PRECONDITION),
    POOL_IN_USE(Kind.PRECONDITION),
    MEMBERSHIP_STATE(Kind.PRECONDITION),
    PARTICIPATION_STATE(Kind.PRECONDITION),
    MEMBER_SUSPENDED(Kind.PRECONDITION),
    MEMBER_CLOSED(Kind.PRECONDITION),
    TOO_MANY_IDENTIFIERS(Kind.PRECONDITION),
    NOT_A_SANDBOX(Kind.PRECONDITION),
    RAFFLE_OPEN(Kind.PRECONDITION),
    RAFFLE_ALREADY_CLOSED(Kind.PRECONDITION),
    RAFFLE_ALREADY_DRAWN(Kind.PRECONDITION),
    ETAG_MISMATCH(Kind.RACE),
    PROGRAM_VERSION_MOVED(Kind.RACE),
    MEMBER_MOVED(Kind.RACE),
    TOO_MANY_SIMULATIONS(Kind.EXHAUSTED),
    BALANCE_OVERFLOW(Kind.RANGE);

    /** The families of reasons, which an adapter turns into the status codes of its protocol. */
    public enum Kind {
        /** Malformed; the same request will never succeed. */
        INVALID,
        /** Unknown here, or another tenant's. */
        UNKNOWN,
        EXISTS,
        /** Well formed, but not possible in the present state. */
        PRECONDITION,
        /** Another change came first; read again and repeat the whole operation. */
        RACE,
        /** As much as there may be at once is under way; later it may succeed. */
        EXHAUSTED,
        /** Would leave the range of what can be represented. */
        RANGE
    }

    private final Kind kind;

    Reason(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
