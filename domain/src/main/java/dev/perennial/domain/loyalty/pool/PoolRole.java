package dev.perennial.domain.loyalty.pool;

/** What somebody is in a pool. */
public enum PoolRole {
    /** Whoever founded the pool, or was handed it; one in each. */
    OWNER,
    /** May invite. */
    ADULT,
    /** May put in, and take out only where the program lets everyone. */
    CHILD
}
