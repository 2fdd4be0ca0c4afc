package dev.perennial.domain.loyalty.reward;

/** What became of a voucher. */
public enum VoucherState {
    /** It can be used. */
    ACTIVE,
    /** It was used. */
    USED,
    /** It ran out before it was used. */
    EXPIRED,
    /** Its redemption was reversed before it was used. */
    VOID
}
