package dev.perennial.domain.member;

/** Whether a member may use what it has. */
public enum MemberStatus {
    ACTIVE,
    /** Facts count as ever, but what the member wishes is refused. */
    SUSPENDED,
    /** Facts are recorded and grant nothing, and every command is refused. */
    CLOSED
}
