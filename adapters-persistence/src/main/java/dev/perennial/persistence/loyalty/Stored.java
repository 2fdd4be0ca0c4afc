package dev.perennial.persistence.loyalty;

import static dev.perennial.persistence.jooq.Tables.MEMBER;

import dev.perennial.domain.loyalty.MemberState;
import org.jooq.Record;

/**
 * How far a member's row is: what tells new lots and facts from those that have rows, and a moved member from one that
 * has not.
 */
record Stored(long sequence, int lastLot, long lastActivity) {

    /** A member without a row. */
    static final Stored NOTHING = new Stored(0, 0, 0);

    static Stored of(Record row) {
        return new Stored(row.get(MEMBER.SEQ), row.get(MEMBER.LAST_LOT_NO), row.get(MEMBER.LAST_ACTIVITY_NO));
    }

    static Stored of(MemberState state) {
        return new Stored(state.sequence(), state.wallet().lastLot(), state.lastActivity());
    }
}
