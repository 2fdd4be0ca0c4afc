package dev.perennial.persistence.loyalty;

import static dev.perennial.persistence.jooq.Tables.MEMBER;

import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.StorageException;
import dev.perennial.application.storage.Effect;
import dev.perennial.domain.ledger.Balance;
import dev.perennial.domain.loyalty.Decision;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.domain.shared.UnitId;
import dev.perennial.persistence.jooq.tables.records.MemberRecord;
import dev.perennial.persistence.ledger.BalanceRows;
import dev.perennial.persistence.ledger.EntryRows;
import dev.perennial.persistence.ledger.LotRows;
import dev.perennial.persistence.shared.RequestKeys;
import dev.perennial.persistence.shared.RowInsert;
import dev.perennial.persistence.shared.Session;
import dev.perennial.persistence.shared.TenantKinds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes a set of effects by a fixed number of statements, each for all members at once. */
final class EffectWriter {

    private static final RowInsert ENROL = RowInsert.into(MEMBER);

    // RATIONALE: an insert that always meets its row is the update of many rows that drivers send as one statement.
    // The rows are locked and were compared, so none of them can have gone or moved.
    private static final RowInsert MOVE = RowInsert.into(MEMBER)
            .orUpdateAllBut(
                    MEMBER.TENANT_ID,
                    MEMBER.MEMBER_NO,
                    MEMBER.MEMBER_ID,
                    MEMBER.ENROLLED_AT,
                    MEMBER.CLOCK_ID,
                    MEMBER.MERGED_INTO);

    private final Session session;
    private final RequestKeys keys;
    private final Outbox outbox;
    private final LockedMembers locked;
    private final TenantKinds kinds;

    EffectWriter(Session session, RequestKeys keys, Outbox outbox, LockedMembers locked, TenantKinds kinds) {
        this.session = session;
        this.keys = keys;
        this.outbox = outbox;
        this.locked = locked;
        this.kinds = kinds;
    }

    void write(TenantId tenant, List<Effect> effects) {
        SortedMap<Integer, MemberChanges> members = byMember(effects);
        Map<Integer, Stored> stored = unmoved(tenant, members.values());
        saveMembers(tenant, members.values());
        saveLots(tenant, members.values(), stored);
        saveFacts(tenant, members.values(), stored, effects);
        CheckpointRows.save(session, tenant, members.values());
        append(tenant, effects);
        keys.point(tenant, RequestRows.save(session, tenant, effects));
        members.values().forEach(changes -> locked.written(changes.after()));
    }

    private static SortedMap<Integer, MemberChanges> byMember(List<Effect> effects) {
        SortedMap<Integer, MemberChanges> members = new TreeMap<>();
        for (Effect effect : effects) {
            MemberChanges before = members.get(effect.decision().after().number());
            if (before == null) {
                members.put(effect.decision().after().number(), new MemberChanges(effect));
            } else {
                before.add(effect);
            }
        }
        return members;
    }

    private Map<Integer, Stored> unmoved(TenantId tenant, Collection<MemberChanges> members) {
        List<Integer> existing = members.stream()
                .filter(changes -> !changes.isNew())
                .map(changes -> changes.after().number())
                .toList();
        Map<Integer, Stored> stored = new HashMap<>(locked.stored(tenant, existing));
        for (MemberChanges changes : members) {
            Stored row = stored.getOrDefault(changes.after().number(), Stored.NOTHING);
            if (row.sequence() != changes.before()) {
                throw new StorageException.Conflict(new IllegalStateException("the member has moved"));
            }
        }
        return stored;
    }

    private void saveMembers(TenantId tenant, Collection<MemberChanges> members) {
        int clock = kinds.clockOf(session, tenant);
        List<MemberRecord> enrolled = new ArrayList<>();
        List<MemberRecord> moved = new ArrayList<>();
        Map<Integer, SortedMap<UnitId, Balance>> balances = new TreeMap<>();
        for (MemberChanges changes : members) {
            (changes.isNew() ? enrolled : moved).add(MemberRows.row(tenant, clock, changes.after()));
            balances.put(changes.after().number(), changes.after().wallet().balances());
        }
        session.insert(ENROL, enrolled);
        session.insert(MOVE, moved);
        BalanceRows.save(session, tenant, balances);
    }

    private void saveLots(TenantId tenant, Collection<MemberChanges> members, Map<Integer, Stored> stored) {
        List<LotRows.Changed> lots = new ArrayList<>();
        for (MemberChanges changes : members) {
            int member = changes.after().number();
            int last = stored.getOrDefault(member, Stored.NOTHING).lastLot();
            changes.lots().forEach(lot -> lots.add(new LotRows.Changed(member, lot, lot.number() > last)));
        }
        LotRows.save(session, tenant, lots);
    }

    private void saveFacts(
            TenantId tenant, Collection<MemberChanges> members, Map<Integer, Stored> stored, List<Effect> effects) {
        Map<Integer, Map<Long, Payload>> replies = RequestRows.repliesToFacts(effects);
        List<FactRows.Changed> facts = new ArrayList<>();
        for (MemberChanges changes : members) {
            int member = changes.after().number();
            long last = stored.getOrDefault(member, Stored.NOTHING).lastActivity();
            Map<Long, Payload> ofMember = replies.getOrDefault(member, Map.of());
            changes.facts()
                    .forEach(fact -> facts.add(
                            new FactRows.Changed(member, fact, fact.number() > last, ofMember.get(fact.number()))));
        }
        FactRows.save(session, tenant, facts);
    }

    private void append(TenantId tenant, List<Effect> effects) {
        List<EntryRows.Posted> entries = new ArrayList<>();
        List<Outbox.Appended> events = new ArrayList<>();
        for (Effect effect : effects) {
            Decision decision = effect.decision();
            int member = decision.after().number();
            decision.entries().forEach(entry -> entries.add(new EntryRows.Posted(member, entry, effect.decidedAt())));
            long sequence = decision.sequenceBefore();
            for (var event : decision.events()) {
                events.add(new Outbox.Appended(member, decision.after().id(), ++sequence, event, effect.decidedAt()));
            }
        }
        EntryRows.append(session, tenant, entries);
        outbox.append(session, tenant, events);
        StandingRows.append(session, tenant, events);
        RedemptionRows.save(session, tenant, effects);
        TransferRows.save(session, tenant, effects);
        ProposalRows.save(session, tenant, effects);
        ScoreRows.save(session, tenant, effects);
    }
}
