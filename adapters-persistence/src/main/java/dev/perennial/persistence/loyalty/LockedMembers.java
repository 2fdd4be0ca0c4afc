package dev.perennial.persistence.loyalty;

import static dev.perennial.persistence.jooq.Tables.MEMBER;

import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.persistence.shared.Session;
import dev.perennial.persistence.shared.SetQuery;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jooq.Record;
import org.jooq.Result;

/**
 * The members that a transaction has locked, and how far their rows are.
 *
 * <p>RATIONALE: update counts of batches are not to be trusted, so an optimistic check in the update itself could fail
 * unseen. A row that is locked cannot move: it is compared once, when it is locked.
 */
final class LockedMembers {

    // RATIONALE: two steps, so that rows are locked along the primary key in the order of the numbers. Locked by
    // member_id, they would be locked in the order of another index.
    private static final SetQuery<byte[]> NUMBERS = SetQuery.by(
            MEMBER.MEMBER_ID,
            (dsl, tenant, ids) -> dsl.select(MEMBER.MEMBER_NO)
                    .from(MEMBER)
                    .where(MEMBER.TENANT_ID.eq(tenant))
                    .and(MEMBER.MEMBER_ID.in(ids)));

    private static final SetQuery<Integer> LOCK = SetQuery.by(
            MEMBER.MEMBER_NO,
            (dsl, tenant, numbers) -> dsl.select(MEMBER.fields())
                    .from(MEMBER)
                    .where(MEMBER.TENANT_ID.eq(tenant))
                    .and(MEMBER.MEMBER_NO.in(numbers))
                    .orderBy(MEMBER.MEMBER_NO)
                    .forUpdate());

    private final Session session;
    private final Map<Integer, Stored> locked = new HashMap<>();

    LockedMembers(Session session) {
        this.session = session;
    }

    /** Locks the members that exist and returns their rows. */
    Result<? extends Record> lockByIds(TenantId tenant, List<byte[]> ids) {
        SortedSet<Integer> numbers = new TreeSet<>();
        session.fetch(NUMBERS, tenant.value(), ids).forEach(row -> numbers.add(row.get(MEMBER.MEMBER_NO)));
        return lock(tenant, numbers);
    }

    /** How far the members' rows are, locked now if they were not before; a member without a row is left out. */
    Map<Integer, Stored> stored(TenantId tenant, Collection<Integer> numbers) {
        SortedSet<Integer> unknown = new TreeSet<>(numbers);
        unknown.removeAll(locked.keySet());
        if (!unknown.isEmpty()) {
            lock(tenant, unknown);
        }
        return locked;
    }

    /** The member's row was written. */
    void written(MemberState state) {
        locked.put(state.number(), Stored.of(state));
    }

    private Result<? extends Record> lock(TenantId tenant, SortedSet<Integer> numbers) {
        Result<? extends Record> rows = session.fetch(LOCK, tenant.value(), numbers);
        rows.forEach(row -> locked.put(row.get(MEMBER.MEMBER_NO), Stored.of(row)));
        return rows;
    }
}
