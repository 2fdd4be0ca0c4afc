package dev.perennial.application.testing;

import dev.perennial.application.storage.MemberMerges;
import dev.perennial.application.testing.Tables.MemberFile;
import dev.perennial.application.testing.Tables.MemberRef;
import dev.perennial.application.testing.Tables.Note;
import dev.perennial.domain.activity.Purchase;
import dev.perennial.domain.ledger.Balance;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.ledger.Lot;
import dev.perennial.domain.ledger.Wallet;
import dev.perennial.domain.loyalty.Birthday;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.Merges;
import dev.perennial.domain.loyalty.RecordedFact;
import dev.perennial.domain.loyalty.Tally;
import dev.perennial.domain.loyalty.community.Participation;
import dev.perennial.domain.loyalty.reward.Redemption;
import dev.perennial.domain.loyalty.reward.Redemptions;
import dev.perennial.domain.loyalty.reward.RewardUse;
import dev.perennial.domain.loyalty.transfer.TransferState;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Merges in maps. Raffles are not looked at. */
final class InMemoryMemberMerges implements MemberMerges {

    private final Tables tables;
    private final boolean writable;

    InMemoryMemberMerges(Tables tables, boolean writable) {
        this.tables = tables;
        this.writable = writable;
    }

    @Override
    public Optional<Conflict> conflict(TenantId tenant, MemberState from, MemberState into) {
        Set<String> orders = orders(file(tenant, into)).collect(Collectors.toSet());
        return orders(file(tenant, from))
                .filter(orders::contains)
                .findFirst()
                .map(order -> new Conflict(Kind.ORDER, order))
                .or(() -> tables.transfers().values().stream()
                        .filter(transfer -> transfer.state() == TransferState.SENT)
                        .filter(transfer -> transfer.from().number() == from.number()
                                || transfer.to().number() == from.number())
                        .findFirst()
                        .map(transfer -> new Conflict(Kind.TRANSFER, Long.toString(transfer.number()))));
    }

    private static Stream<String> orders(MemberFile file) {
        return file.facts().values().stream()
                .map(fact -> fact.activity().detail())
                .filter(Purchase.class::isInstance)
                .map(detail -> ((Purchase) detail).orderId());
    }

    @Override
    public void move(TenantId tenant, MemberState from, MemberState into, Instant at) {
        InMemoryRequests.requireWritable(writable);
        MemberFile theirs = file(tenant, from);
        MemberFile ours = file(tenant, into);
        Renumbering renumbering = Renumbering.after(into);
        SortedMap<Long, RecordedFact> facts = new TreeMap<>(ours.facts());
        theirs.facts().values().stream().map(renumbering::of).forEach(fact -> facts.put(fact.number(), fact));
        SortedMap<Integer, Lot> lots = new TreeMap<>(ours.lots());
        theirs.lots().values().stream().map(renumbering::of).forEach(lot -> lots.put(lot.number(), lot));
        List<Entry> entries = new ArrayList<>(ours.entries());
        theirs.entries().stream().map(renumbering::of).forEach(entries::add);
        SortedMap<Long, Redemption> redemptions = new TreeMap<>(ours.redemptions());
        theirs.redemptions().values().stream().map(renumbering::of).forEach(one -> redemptions.put(one.number(), one));
        Map<Long, Note> notes = new HashMap<>(ours.notes());
        theirs.notes().forEach((number, note) -> notes.put(number + into.lastCommand(), note));
        tables.members()
                .put(
                        new MemberRef(tenant, into.id()),
                        new MemberFile(
                                survivor(renumbering, from, into, at),
                                facts,
                                lots,
                                entries,
                                new TreeMap<>(),
                                redemptions,
                                ours.events(),
                                notes,
                                ours.commands()));
        tables.merged().replaceAll((ref, survivor) -> survivor.equals(from.id()) ? into.id() : survivor);
        tables.merged().put(new MemberRef(tenant, from.id()), into.id());
        tables.profiles().remove(new MemberRef(tenant, from.id()));
        tables.places().remove(new MemberRef(tenant, from.id()));
        tables.members().put(new MemberRef(tenant, from.id()), left(theirs));
    }

    private static MemberState survivor(Renumbering renumbering, MemberState from, MemberState into, Instant at) {
        SortedMap<UnitId, Balance> balances = new TreeMap<>(into.wallet().balances());
        from.wallet().balances().forEach((unit, balance) -> balances.merge(unit, balance, Balance::plus));
        SortedMap<Integer, Lot> lots = new TreeMap<>(into.wallet().lots());
        from.wallet().lots().values().stream().map(renumbering::of).forEach(lot -> lots.put(lot.number(), lot));
        SortedMap<Long, Redemption> open = new TreeMap<>(into.redemptions().open());
        from.redemptions().open().values().stream().map(renumbering::of).forEach(one -> open.put(one.number(), one));
        Map<RewardUse, Long> used = new HashMap<>(into.redemptions().used());
        from.redemptions().used().forEach((use, times) -> used.merge(use, times, Math::addExact));
        return new MemberState(
                into.id(),
                into.number(),
                into.sequence(),
                into.enrolledAt(),
                into.advancedTo(),
                into.nextDueAt(),
                into.traits(),
                into.birthday(),
                into.anniversaries(),
                into.participation(),
                new Wallet(
                        balances,
                        lots,
                        into.wallet().lastLot() + from.wallet().lastLot(),
                        into.wallet().lastEntry() + from.wallet().lastEntry()),
                new Redemptions(open, used),
                into.tally(),
                into.lastActivity() + from.lastActivity(),
                into.lastCommand() + from.lastCommand(),
                Merges.of(from, into, at));
    }

    /** What is left is an id that leads elsewhere, and the events. */
    private static MemberFile left(MemberFile file) {
        MemberState was = file.state();
        MemberState nothing = new MemberState(
                was.id(),
                was.number(),
                was.sequence(),
                was.enrolledAt(),
                was.advancedTo(),
                null,
                was.traits(),
                Birthday.UNKNOWN,
                was.anniversaries(),
                Participation.NONE,
                Wallet.EMPTY,
                Redemptions.NONE,
                Tally.EMPTY,
                0,
                0,
                Merges.NONE);
        return new MemberFile(
                nothing,
                new TreeMap<>(),
                new TreeMap<>(),
                List.of(),
                new TreeMap<>(),
                new TreeMap<>(),
                file.events(),
                Map.of(),
                List.of());
    }

    private MemberFile file(TenantId tenant, MemberState state) {
        return Optional.ofNullable(tables.members().get(new MemberRef(tenant, state.id())))
                .orElseThrow();
    }
}
