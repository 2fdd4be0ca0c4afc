package dev.perennial.persistence.loyalty;

import static dev.perennial.persistence.jooq.Tables.ENTRY;
import static dev.perennial.persistence.jooq.Tables.MEMBER;
import static java.util.Objects.requireNonNull;
import static org.jooq.impl.DSL.inline;

import dev.perennial.application.storage.Effect;
import dev.perennial.application.storage.MemberStates;
import dev.perennial.domain.ledger.Balance;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.ledger.EntryKind;
import dev.perennial.domain.ledger.Lot;
import dev.perennial.domain.loyalty.History;
import dev.perennial.domain.loyalty.HistoryNeed;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.Merges;
import dev.perennial.domain.loyalty.reward.Redemption;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.domain.shared.UnitId;
import dev.perennial.persistence.jooq.tables.Member;
import dev.perennial.persistence.ledger.BalanceRows;
import dev.perennial.persistence.ledger.EntryRows;
import dev.perennial.persistence.ledger.LotRows;
import dev.perennial.persistence.shared.Named;
import dev.perennial.persistence.shared.RequestKeys;
import dev.perennial.persistence.shared.Session;
import dev.perennial.persistence.shared.SetQuery;
import dev.perennial.persistence.shared.TenantKinds;
import dev.perennial.persistence.shared.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.Record;

/** Member states. A set of members is loaded by a fixed number of statements, and so is a set of effects written. */
public final class JooqMemberStates implements MemberStates {

    private static final Member NAMED = MEMBER.as("named");

    private static final SetQuery<byte[]> READ = SetQuery.by(
            MEMBER.MEMBER_ID,
            (dsl, tenant, ids) -> dsl.select(MEMBER.fields())
                    .from(MEMBER)
                    .where(MEMBER.TENANT_ID.eq(tenant))
                    .and(MEMBER.MEMBER_ID.in(ids)));

    private static final SetQuery<byte[]> SEQUENCES = SetQuery.by(
            MEMBER.MEMBER_ID,
            (dsl, tenant, ids) -> dsl.select(NAMED.MEMBER_ID, MEMBER.SEQ)
                    .from(NAMED)
                    .join(MEMBER)
                    .on(MEMBER.TENANT_ID.eq(NAMED.TENANT_ID), MEMBER.MEMBER_NO.eq(Named.survivor(NAMED)))
                    .where(NAMED.TENANT_ID.eq(tenant))
                    .and(NAMED.MEMBER_ID.in(ids)));

    private static final SetQuery<Integer> NUMBERED = SetQuery.by(
            MEMBER.MEMBER_NO,
            (dsl, tenant, numbers) -> dsl.select(MEMBER.fields())
                    .from(MEMBER)
                    .where(MEMBER.TENANT_ID.eq(tenant))
                    .and(MEMBER.MEMBER_NO.in(numbers)));

    private static final SetQuery<Integer> CONVERSIONS = SetQuery.by(
            ENTRY.MEMBER_NO,
            (dsl, tenant, numbers) -> dsl.select(ENTRY.fields())
                    .from(ENTRY)
                    .where(ENTRY.TENANT_ID.eq(tenant))
                    .and(ENTRY.MEMBER_NO.in(numbers))
                    .and(ENTRY.KIND.in(inline(EntryKind.CONVERT.name()), inline(EntryKind.UNDO_CONVERT.name())))
                    .orderBy(ENTRY.MEMBER_NO, ENTRY.ENTRY_NO));

    private final Session session;
    private final LockedMembers locked;
    private final EffectWriter writer;

    public JooqMemberStates(Session session, RequestKeys keys, Outbox outbox, TenantKinds kinds) {
        this.session = session;
        this.locked = new LockedMembers(session);
        this.writer = new EffectWriter(session, keys, outbox, locked, kinds);
    }

    @Override
    public Map<MemberId, MemberState> lock(TenantId tenant, Set<MemberId> members) {
        Map<MemberId, Integer> named = new HashMap<>();
        return states(tenant, locked.lockByIds(tenant, bytes(members), named), named);
    }

    @Override
    public Map<MemberId, MemberState> read(TenantId tenant, Set<MemberId> members) {
        Map<MemberId, Integer> named = new HashMap<>();
        Map<Integer, Record> rows = new TreeMap<>();
        Set<Integer> further = new HashSet<>();
        for (Record row : session.fetch(READ, tenant.value(), bytes(members))) {
            Integer into = row.get(MEMBER.MERGED_INTO);
            named.put(id(row), into == null ? row.get(MEMBER.MEMBER_NO) : into);
            if (into == null) {
                rows.put(row.get(MEMBER.MEMBER_NO), row);
            } else {
                further.add(into);
            }
        }
        further.removeAll(rows.keySet());
        session.fetch(NUMBERED, tenant.value(), further).forEach(row -> rows.put(row.get(MEMBER.MEMBER_NO), row));
        return states(tenant, List.copyOf(rows.values()), named);
    }

    @Override
    public Map<MemberId, Long> sequences(TenantId tenant, Set<MemberId> members) {
        Map<MemberId, Long> sequences = new HashMap<>();
        session.fetch(SEQUENCES, tenant.value(), bytes(members))
                .forEach(row -> sequences.put(new MemberId(Text.of(row.get(NAMED.MEMBER_ID))), row.get(MEMBER.SEQ)));
        return sequences;
    }

    @Override
    public Map<MemberId, List<Entry>> conversions(TenantId tenant, Collection<MemberState> members) {
        Map<Integer, MemberId> ids =
                members.stream().collect(Collectors.toMap(MemberState::number, MemberState::id, (same, other) -> same));
        Map<MemberId, List<Entry>> conversions = new HashMap<>();
        for (Record row : session.fetch(CONVERSIONS, tenant.value(), ids.keySet())) {
            conversions
                    .computeIfAbsent(requireNonNull(ids.get(row.get(ENTRY.MEMBER_NO))), member -> new ArrayList<>())
                    .add(EntryRows.entry(row));
        }
        return conversions;
    }

    @Override
    public History history(TenantId tenant, MemberState state, HistoryNeed need) {
        return new HistoryLoader(session, tenant, state).load(need);
    }

    @Override
    public void save(TenantId tenant, List<Effect> effects) {
        if (!effects.isEmpty()) {
            writer.write(tenant, effects);
        }
    }

    private Map<MemberId, MemberState> states(TenantId tenant, List<Record> rows, Map<MemberId, Integer> named) {
        List<Integer> numbers =
                rows.stream().map(row -> row.get(MEMBER.MEMBER_NO)).toList();
        Map<Integer, SortedMap<UnitId, Balance>> balances = BalanceRows.of(session, tenant, numbers);
        Map<Integer, SortedMap<Integer, Lot>> lots = LotRows.open(session, tenant, numbers);
        Map<Integer, SortedMap<Long, Redemption>> redemptions =
                RedemptionRows.open(session, tenant, where(rows, MEMBER.OPEN_REDEMPTIONS));
        Map<Integer, Merges> merges = MergeRows.of(session, tenant, where(rows, MEMBER.MERGED));
        Map<Integer, MemberState> states = new HashMap<>();
        for (Record row : rows) {
            int number = row.get(MEMBER.MEMBER_NO);
            states.put(
                    number,
                    MemberRows.state(
                            row,
                            balances.getOrDefault(number, new TreeMap<>()),
                            lots.getOrDefault(number, new TreeMap<>()),
                            redemptions.getOrDefault(number, new TreeMap<>()),
                            merges.getOrDefault(number, Merges.NONE)));
        }
        Map<MemberId, MemberState> found = new HashMap<>();
        named.forEach((id, number) -> found.put(id, requireNonNull(states.get(number), "every merge leads somewhere")));
        return found;
    }

    /** Most members have none, and then nobody looks. */
    private static List<Integer> where(List<Record> rows, Field<Integer> count) {
        return rows.stream()
                .filter(row -> row.get(count) > 0)
                .map(row -> row.get(MEMBER.MEMBER_NO))
                .toList();
    }

    private static MemberId id(Record row) {
        return new MemberId(Text.of(row.get(MEMBER.MEMBER_ID)));
    }

    private static List<byte[]> bytes(Set<MemberId> members) {
        return members.stream().map(member -> Text.bytes(member.value())).toList();
    }
}
