package dev.perennial.domain.loyalty.pool;

import dev.perennial.domain.shared.MemberId;

/**
 * The holder of a pool's units: like a member, but nobody. Its id begins with a character that no member's id may have,
 * so no caller can ask for it where a member is meant.
 */
public final class PoolHolder {

    private static final String MARK = "⌂";

    private PoolHolder() {}

    /** @param pool the caller's own id of the pool */
    public static MemberId of(String pool) {
        return new MemberId(MARK + pool);
    }

    public static boolean is(MemberId id) {
        return id.value().startsWith(MARK);
    }
}
