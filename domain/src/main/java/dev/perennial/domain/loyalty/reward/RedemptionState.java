package dev.perennial.domain.loyalty.reward;

/** What became of a reward that a member has asked for. */
public enum RedemptionState {
    /** Units, stock and budget are set aside for it until it is redeemed, cancelled, or its time is over. */
    RESERVED,
    /** It was paid for; what it holds was handed out. */
    REDEEMED,
    /** It was given up before it was paid for, or its time was over. */
    CANCELLED,
    /** It was paid for and given back. */
    REVERSED;

    boolean canBecome(RedemptionState next) {
        return switch (this) {
            case RESERVED -> next == REDEEMED || next == CANCELLED;
            case REDEEMED -> next == REVERSED;
            case CANCELLED, REVERSED -> false;
        };
    }
}
