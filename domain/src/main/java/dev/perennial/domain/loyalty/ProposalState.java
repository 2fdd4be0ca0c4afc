package dev.perennial.domain.loyalty;

/** What became of a proposal. */
public enum ProposalState {
    /** Nobody has decided on it. */
    OPEN,
    /** Somebody else approved it, and by that it was carried out. */
    APPROVED,
    /** Somebody rejected it. */
    REJECTED,
    /** Nobody decided on it in time. That is never written down: time alone makes it so. */
    LAPSED
}
