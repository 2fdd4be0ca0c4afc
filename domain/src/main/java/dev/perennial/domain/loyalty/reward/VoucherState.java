package dev.perennial.domain.loyalty.reward;

/** What became of a voucher. */
public enum VoucherState {
    /** It can be used. */
    ACTIVE,
    /** It is held for an order until that is told, or its reservation ends; it does not run out meanwhile. */
    HELD,
    /** It was used. */
    USED,
    /** It ran out before it was used. */
    EXPIRED,
    /** Its redemption was reversed before it was used. */
    VOID;

    /** What was used comes back when its order is refunded in full. */
    boolean canBecome(VoucherState next) {
        return switch (this) {
            case ACTIVE -> next != ACTIVE;
            case HELD -> next == USED || next == ACTIVE || next == EXPIRED;
            case USED -> next == ACTIVE || next == EXPIRED;
            case EXPIRED, VOID -> false;
        };
    }
}
