package dev.perennial.application.testing;

import dev.perennial.application.ledger.flow.Day;
import dev.perennial.application.ledger.flow.Days;
import dev.perennial.application.ledger.flow.UnitFlow;
import dev.perennial.application.ledger.flow.UnitFlows;
import dev.perennial.application.storage.Effect;
import dev.perennial.application.testing.Tables.MemberRef;
import dev.perennial.domain.ledger.Cause;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.ledger.EntryKind;
import dev.perennial.domain.ledger.Lot;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sums entries in memory, and keeps those of days that were summed. */
final class InMemoryUnitFlows implements UnitFlows {

    private static final Set<EntryKind> OF_THE_LOT =
            EnumSet.of(EntryKind.ACTIVATE, EntryKind.REVERSE_EXPIRY, EntryKind.REVERSE_CANCEL);

    private final InMemoryStorage storage;
    private final Map<TenantId, TreeMap<LocalDate, List<UnitFlow>>> kept = new HashMap<>();
    private final Map<TenantId, Instant> summedUpTo = new HashMap<>();

    InMemoryUnitFlows(InMemoryStorage storage) {
        this.storage = storage;
    }

    /** An entry with what it does not say itself. */
    record Recorded(MemberRef member, Entry entry, Instant at) {}

    static void record(Map<TenantId, List<Recorded>> all, TenantId tenant, Effect effect) {
        MemberRef member = new MemberRef(tenant, effect.decision().after().id());
        List<Recorded> more = new ArrayList<>(all.getOrDefault(tenant, List.of()));
        effect.decision().entries().forEach(entry -> more.add(new Recorded(member, entry, effect.decidedAt())));
        all.put(tenant, List.copyOf(more));
    }

    @Override
    public synchronized Optional<Instant> firstUnsummed(TenantId tenant) {
        return recorded(tenant)
                .map(Recorded::at)
                .filter(at -> !at.isBefore(upTo(tenant)))
                .min(Instant::compareTo);
    }

    @Override
    public synchronized void sum(TenantId tenant, Day day) {
        if (upTo(tenant).isAfter(day.start())) {
            return;
        }
        kept.computeIfAbsent(tenant, none -> new TreeMap<>())
                .put(day.on(), flows(tenant, each -> isWithin(each, day.start(), day.end())));
        summedUpTo.put(tenant, day.end());
    }

    @Override
    public synchronized List<UnitFlow> during(TenantId tenant, Set<UnitId> units, Days days) {
        Stream<UnitFlow> ofKept =
                kept
                        .getOrDefault(tenant, new TreeMap<>())
                        .subMap(days.first(), true, days.last(), true)
                        .values()
                        .stream()
                        .flatMap(List::stream);
        Instant from = days.start().isAfter(upTo(tenant)) ? days.start() : upTo(tenant);
        Stream<UnitFlow> others = flows(tenant, each -> isWithin(each, from, days.end())).stream();
        return UnitFlow.joined(Stream.concat(ofKept, others)
                .filter(flow -> units.contains(flow.unit()))
                .toList());
    }

    @Override
    public List<UnitFlow> of(TenantId tenant, MemberId member, Set<UnitId> units) {
        return flows(
                tenant,
                each -> each.member().member().equals(member)
                        && units.contains(each.entry().unit()));
    }

    private static boolean isWithin(Recorded each, Instant from, Instant before) {
        return !each.at().isBefore(from) && each.at().isBefore(before);
    }

    private Instant upTo(TenantId tenant) {
        return summedUpTo.getOrDefault(tenant, Instant.EPOCH);
    }

    private Stream<Recorded> recorded(TenantId tenant) {
        return storage.committed().recorded().getOrDefault(tenant, List.of()).stream();
    }

    private List<UnitFlow> flows(TenantId tenant, Predicate<Recorded> which) {
        return UnitFlow.joined(recorded(tenant).filter(which).map(this::flow).toList());
    }

    private UnitFlow flow(Recorded recorded) {
        Entry entry = recorded.entry();
        Lot lot = moved(recorded);
        return new UnitFlow(
                entry.unit(),
                Objects.requireNonNullElse(
                        lot == null || lot.rule() == null ? entry.cause().rule() : lot.rule(), ""),
                lot == null ? entry.cause().programVersion() : lot.programVersion(),
                entry.kind(),
                entry.from(),
                entry.to(),
                entry.amount());
    }

    private @Nullable Lot moved(Recorded recorded) {
        Entry entry = recorded.entry();
        boolean another = entry.cause().trigger() == Cause.Trigger.ACTIVITY && OF_THE_LOT.contains(entry.kind());
        return another
                ? storage.committed().members().get(recorded.member()).lots().get(entry.lotNumber())
                : null;
    }
}
