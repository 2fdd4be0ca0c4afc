package dev.perennial.domain.loyalty.transfer;

/** Where units are that a member has sent to another. */
public enum TransferState {
    /** On their way; the sender has them no more, the receiver not yet. */
    SENT,
    /** With the receiver. */
    RECEIVED,
    /** With the sender again. */
    RETURNED
}
