package dev.perennial.domain.member;

/** What a member can be known by, besides the caller's own id. */
public enum IdentifierKind {
    CARD,
    PHONE,
    EMAIL,
    /** Something of the caller's own, which it has a name for. */
    CUSTOM
}
