package dev.perennial.application.testing;

import dev.perennial.application.shared.StorageException;
import dev.perennial.application.storage.Effect;
import dev.perennial.application.storage.MemberStates;
import dev.perennial.application.testing.Tables.MemberFile;
import dev.perennial.application.testing.Tables.MemberRef;
import dev.perennial.application.testing.Tables.Note;
import dev.perennial.domain.activity.Purchase;
import dev.perennial.domain.feed.Event;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.ledger.EntryKind;
import dev.perennial.domain.ledger.Lot;
import dev.perennial.domain.loyalty.Decision;
import dev.perennial.domain.loyalty.History;
import dev.perennial.domain.loyalty.HistoryNeed;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.RecordedFact;
import dev.perennial.domain.loyalty.Tally;
import dev.perennial.domain.loyalty.replay.Input;
import dev.perennial.domain.loyalty.reward.Redemption;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Member states in maps. */
final class InMemoryMemberStates implements MemberStates {

    private final Tables tables;
    private final Set<MemberRef> locked;
    private final boolean writable;

    InMemoryMemberStates(Tables tables, Set<MemberRef> locked, boolean writable) {
        this.tables = tables;
        this.locked = locked;
        this.writable = writable;
    }

    @Override
    public Map<MemberId, MemberState> lock(TenantId tenant, Set<MemberId> members) {
        members.forEach(member -> locked.add(tables.named(tenant, member)));
        return read(tenant, members);
    }

    @Override
    public Map<MemberId, Long> sequences(TenantId tenant, Set<MemberId> members) {
        return read(tenant, members).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().sequence()));
    }

    @Override
    public Map<MemberId, MemberState> read(TenantId tenant, Set<MemberId> members) {
        Map<MemberId, MemberState> states = new HashMap<>();
        for (MemberId member : members) {
            MemberFile file = tables.members().get(tables.named(tenant, member));
            if (file != null) {
                states.put(member, file.state());
            }
        }
        return states;
    }

    @Override
    public Map<MemberId, List<Entry>> conversions(TenantId tenant, Collection<MemberState> members) {
        Map<MemberId, List<Entry>> conversions = new HashMap<>();
        for (MemberState member : members) {
            List<Entry> found = tables.members().get(new MemberRef(tenant, member.id())).entries().stream()
                    .filter(entry -> entry.kind() == EntryKind.CONVERT || entry.kind() == EntryKind.UNDO_CONVERT)
                    .toList();
            if (!found.isEmpty()) {
                conversions.put(member.id(), found);
            }
        }
        return conversions;
    }

    @Override
    public History history(TenantId tenant, MemberState state, HistoryNeed need) {
        return new InMemoryPast(
                        tables.members().get(new MemberRef(tenant, state.id())),
                        InMemoryProposalLog.of(tables.proposals(), tenant, state.id()))
                .history(need);
    }

    @Override
    public void save(TenantId tenant, List<Effect> effects) {
        for (Effect effect : effects) {
            InMemoryRequests.requireWritable(writable);
            MemberRef member = new MemberRef(tenant, effect.decision().after().id());
            InMemoryVoucherCodes.issued(tables, tenant, effect.decision());
            tables.members().put(member, saved(tables.members().get(member), effect));
            tables.community().save(member, effect.decision().scores());
            InMemoryTransferLog.save(
                    tables.transfers(), tenant, effect.decision().transfers());
            InMemoryUnitFlows.record(tables.recorded(), tenant, effect);
            Effect.Request request = effect.request();
            if (request != null) {
                InMemoryProposalLog.save(tables.proposals(), tenant, request.proposal());
                InMemoryRequests.answer(tables, tenant, request.key(), request.reply());
            }
        }
    }

    private static MemberFile saved(@Nullable MemberFile before, Effect effect) {
        Decision decision = effect.decision();
        if (decision.sequenceBefore() != (before == null ? 0 : before.state().sequence())) {
            throw new StorageException.Conflict(new IllegalStateException("the member has moved"));
        }
        SortedMap<Long, RecordedFact> facts = before == null ? new TreeMap<>() : new TreeMap<>(before.facts());
        decision.facts().forEach(fact -> put(facts, fact));
        SortedMap<Integer, Lot> lots = before == null ? new TreeMap<>() : new TreeMap<>(before.lots());
        decision.lots().forEach(lot -> lots.put(lot.number(), lot));
        List<Entry> entries = before == null ? new ArrayList<>() : new ArrayList<>(before.entries());
        entries.addAll(decision.entries());
        SortedMap<Instant, Tally> checkpoints = before == null ? new TreeMap<>() : new TreeMap<>(before.checkpoints());
        checkpoints.putAll(decision.checkpoints());
        SortedMap<Long, Redemption> redemptions =
                before == null ? new TreeMap<>() : new TreeMap<>(before.redemptions());
        decision.redemptions().forEach(redemption -> redemptions.put(redemption.number(), redemption));
        List<Event> events = before == null ? new ArrayList<>() : new ArrayList<>(before.events());
        events.addAll(decision.events());
        return new MemberFile(
                decision.after(),
                facts,
                lots,
                entries,
                checkpoints,
                redemptions,
                events,
                notes(before, effect),
                commands(before, effect));
    }

    private static List<Input.Command> commands(@Nullable MemberFile before, Effect effect) {
        List<Input.Command> commands = before == null ? new ArrayList<>() : new ArrayList<>(before.commands());
        Effect.Request request = effect.request();
        MemberState after = effect.decision().after();
        if (request != null && request.kind().isCommand()) {
            commands.add(new Input.Command(
                    request.number(),
                    after.lastActivity(),
                    request.kind().name(),
                    request.asked(),
                    after.advancedTo()));
        }
        return commands;
    }

    private static Map<Long, Note> notes(@Nullable MemberFile before, Effect effect) {
        Map<Long, Note> notes = before == null ? new HashMap<>() : new HashMap<>(before.notes());
        Effect.Request request = effect.request();
        if (request != null && request.kind().isCommand()) {
            notes.put(request.number(), new Note(request.note(), request.actor(), request.approver()));
        }
        return notes;
    }

    private static void put(SortedMap<Long, RecordedFact> facts, RecordedFact fact) {
        boolean taken = fact.activity().detail() instanceof Purchase order
                && facts.values().stream()
                        .anyMatch(other -> other.number() != fact.number()
                                && other.activity().detail() instanceof Purchase earlier
                                && earlier.orderId().equals(order.orderId()));
        if (taken) {
            throw new StorageException.OrderExists(new IllegalStateException("the order has a row"));
        }
        facts.put(fact.number(), fact);
    }
}
