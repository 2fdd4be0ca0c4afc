package dev.perennial.domain.member;

/** By what a customer can be contacted. */
public enum ConsentChannel {
    EMAIL,
    SMS,
    PUSH,
    PHONE,
    POST
}
