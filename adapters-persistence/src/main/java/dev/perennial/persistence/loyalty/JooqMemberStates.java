package dev.perennial.persistence.loyalty;

import static dev.perennial.persistence.jooq.Tables.MEMBER;

import dev.perennial.application.storage.Effect;
import dev.perennial.application.storage.MemberStates;
import dev.perennial.domain.ledger.Balance;
import dev.perennial.domain.ledger.Lot;
import dev.perennial.domain.loyalty.History;
import dev.perennial.domain.loyalty.HistoryNeed;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.reward.Redemption;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.domain.shared.UnitId;
import dev.perennial.persistence.ledger.BalanceRows;
import dev.perennial.persistence.ledger.LotRows;
import dev.perennial.persistence.shared.RequestKeys;
import dev.perennial.persistence.shared.Session;
import dev.perennial.persistence.shared.SetQuery;
import dev.perennial.persistence.shared.TenantKinds;
import dev.perennial.persistence.shared.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.Record;
import org.jooq.Result;

/** Member states. A set of members is loaded by a fixed number of statements, and so is a set of effects written. */
public final class JooqMemberStates implements MemberStates {

    private static final SetQuery<byte[]> READ = SetQuery.by(
            MEMBER.MEMBER_ID,
            (dsl, tenant, ids) -> dsl.select(MEMBER.fields())
                    .from(MEMBER)
                    .where(MEMBER.TENANT_ID.eq(tenant))
                    .and(MEMBER.MEMBER_ID.in(ids)));

    private static final SetQuery<byte[]> SEQUENCES = SetQuery.by(
            MEMBER.MEMBER_ID,
            (dsl, tenant, ids) -> dsl.select(MEMBER.MEMBER_ID, MEMBER.SEQ)
                    .from(MEMBER)
                    .where(MEMBER.TENANT_ID.eq(tenant))
                    .and(MEMBER.MEMBER_ID.in(ids)));

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
        return states(tenant, locked.lockByIds(tenant, bytes(members)));
    }

    @Override
    public Map<MemberId, MemberState> read(TenantId tenant, Set<MemberId> members) {
        return states(tenant, session.fetch(READ, tenant.value(), bytes(members)));
    }

    @Override
    public Map<MemberId, Long> sequences(TenantId tenant, Set<MemberId> members) {
        Map<MemberId, Long> sequences = new HashMap<>();
        session.fetch(SEQUENCES, tenant.value(), bytes(members))
                .forEach(row -> sequences.put(new MemberId(Text.of(row.get(MEMBER.MEMBER_ID))), row.get(MEMBER.SEQ)));
        return sequences;
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

    private Map<MemberId, MemberState> states(TenantId tenant, Result<? extends Record> rows) {
        List<Integer> numbers = rows.map(row -> row.get(MEMBER.MEMBER_NO));
        Map<Integer, SortedMap<UnitId, Balance>> balances = BalanceRows.of(session, tenant, numbers);
        Map<Integer, SortedMap<Integer, Lot>> lots = LotRows.open(session, tenant, numbers);
        Map<Integer, SortedMap<Long, Redemption>> redemptions = RedemptionRows.open(session, tenant, withOpen(rows));
        Map<MemberId, MemberState> states = new HashMap<>();
        for (Record row : rows) {
            int number = row.get(MEMBER.MEMBER_NO);
            MemberState state = MemberRows.state(
                    row,
                    balances.getOrDefault(number, new TreeMap<>()),
                    lots.getOrDefault(number, new TreeMap<>()),
                    redemptions.getOrDefault(number, new TreeMap<>()));
            states.put(state.id(), state);
        }
        return states;
    }

    private static List<Integer> withOpen(Result<? extends Record> rows) {
        return rows.stream()
                .filter(row -> row.get(MEMBER.OPEN_REDEMPTIONS) > 0)
                .map(row -> row.get(MEMBER.MEMBER_NO))
                .toList();
    }

    private static List<byte[]> bytes(Set<MemberId> members) {
        return members.stream().map(member -> Text.bytes(member.value())).toList();
    }
}
