package dev.perennial.persistence.loyalty;

import static dev.perennial.persistence.jooq.Tables.MEMBER;

import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.persistence.shared.Named;
import dev.perennial.persistence.shared.Session;
import dev.perennial.persistence.shared.SetQuery;
import dev.perennial.persistence.shared.Text;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
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
            (dsl, tenant, ids) -> dsl.select(
                            MEMBER.MEMBER_ID, Named.survivor(MEMBER).as(MEMBER.MEMBER_NO))
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

    /**
     * Locks whom the ids lead to. One that was merged while it was waited for leads to another by then, who is locked
     * next.
     *
     * @param named whom each id of a member that exists leads to, by number; filled in
     * @return their rows
     */
    List<Record> lockByIds(TenantId tenant, List<byte[]> ids, Map<MemberId, Integer> named) {
        session.fetch(NUMBERS, tenant.value(), ids)
                .forEach(row -> named.put(new MemberId(Text.of(row.get(MEMBER.MEMBER_ID))), row.get(MEMBER.MEMBER_NO)));
        Map<Integer, Record> rows = new TreeMap<>();
        SortedSet<Integer> wanted = new TreeSet<>(named.values());
        while (!wanted.isEmpty()) {
            SortedSet<Integer> further = new TreeSet<>();
            for (Record row : lock(tenant, wanted)) {
                Integer into = row.get(MEMBER.MERGED_INTO);
                if (into == null) {
                    rows.put(row.get(MEMBER.MEMBER_NO), row);
                } else {
                    named.replaceAll((id, number) -> number.equals(row.get(MEMBER.MEMBER_NO)) ? into : number);
                    further.add(into);
                }
            }
            further.removeAll(rows.keySet());
            wanted = further;
        }
        return List.copyOf(rows.values());
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
