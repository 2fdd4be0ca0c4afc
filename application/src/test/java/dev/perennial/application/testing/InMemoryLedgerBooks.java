package dev.perennial.application.testing;

import dev.perennial.application.ledger.books.LedgerBooks;
import dev.perennial.application.ledger.books.Moment;
import dev.perennial.application.testing.InMemoryUnitFlows.Recorded;
import dev.perennial.application.testing.Tables.MemberFile;
import dev.perennial.domain.ledger.Account;
import dev.perennial.domain.ledger.Balance;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.ledger.Lot;
import dev.perennial.domain.ledger.books.BookFlow;
import dev.perennial.domain.ledger.books.LotBalance;
import dev.perennial.domain.ledger.books.Owed;
import dev.perennial.domain.ledger.books.VintageFlow;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sums entries and their lots in memory. */
final class InMemoryLedgerBooks implements LedgerBooks {

    private static final long QUARTER_SECONDS = 15 * 60;

    private final InMemoryStorage storage;

    InMemoryLedgerBooks(InMemoryStorage storage) {
        this.storage = storage;
    }

    /** An entry with the lot that it changed. */
    private record Movement(
            Entry entry, Optional<Lot> lot, @Nullable MemberFile file, Instant recordedAt) {

        int version() {
            return lot.map(Lot::programVersion).orElse(entry.cause().programVersion());
        }

        String rule() {
            return Objects.requireNonNullElse(
                    entry.cause().rule(), lot.map(Lot::rule).orElse(""));
        }

        long into(Account account) {
            return entry.to() == account ? entry.amount() : entry.from() == account ? -entry.amount() : 0;
        }

        Entry issue() {
            long number = lot.orElseThrow().issuedBy();
            return Objects.requireNonNull(file).entries().stream()
                    .filter(each -> each.number() == number)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Stream<Movement> movements(TenantId tenant, Set<UnitId> units) {
        Tables tables = storage.committed();
        return tables.recorded().getOrDefault(tenant, List.of()).stream()
                .filter(each -> units.contains(each.entry().unit()))
                .map(each -> movement(tables, each));
    }

    private static Movement movement(Tables tables, Recorded each) {
        MemberFile file = tables.members().get(each.member());
        Integer number = each.entry().lotNumber();
        Optional<Lot> lot = number == null
                ? Optional.empty()
                : Optional.ofNullable(file.lots().get(number));
        return new Movement(each.entry(), lot, file, each.at());
    }

    private static boolean counts(Entry entry, Instant recordedAt, Moment at) {
        return !entry.effectiveAt().isAfter(at.asOf()) && !recordedAt.isAfter(at.knownAt());
    }

    private record Alike(
            UnitId unit,
            int version,
            boolean sliding,
            @Nullable Instant quarter,
            boolean overdue) {

        static Alike of(Movement each, Instant asOf) {
            Instant expiry = each.lot().map(lot -> lot.terms().expiresAt()).orElse(null);
            Instant quarter = expiry == null
                    ? null
                    : Instant.ofEpochSecond(
                            Math.floorDiv(expiry.minusNanos(1_000).getEpochSecond(), QUARTER_SECONDS)
                                    * QUARTER_SECONDS);
            return new Alike(
                    each.entry().unit(),
                    each.version(),
                    each.lot().map(lot -> lot.terms().sliding()).orElse(false),
                    quarter,
                    expiry != null && !expiry.isAfter(asOf));
        }

        LotBalance balance(List<Movement> movements) {
            Owed owed = new Owed(
                    sum(movements, each -> each.into(Account.AVAILABLE)),
                    sum(movements, each -> each.into(Account.PENDING)),
                    sum(movements, each -> each.into(Account.HELD)));
            return new LotBalance(
                    unit, version, sliding, quarter, overdue, owed, -sum(movements, each -> each.into(Account.DEBT)));
        }
    }

    @Override
    public List<LotBalance> balances(TenantId tenant, Set<UnitId> units, Moment at) {
        return movements(tenant, units)
                .filter(each -> counts(each.entry(), each.recordedAt(), at))
                .collect(Collectors.groupingBy(each -> Alike.of(each, at.asOf())))
                .entrySet()
                .stream()
                .map(each -> each.getKey().balance(each.getValue()))
                .filter(each -> !each.owed().equals(Owed.NOTHING) || each.debt() != 0)
                .toList();
    }

    @Override
    public Map<UnitId, Balance> balances(TenantId tenant, MemberId member, long lastEntry, Moment at) {
        Map<UnitId, Balance> balances = new HashMap<>();
        storage.committed().recorded().getOrDefault(tenant, List.of()).stream()
                .filter(each -> each.member().member().equals(member)
                        && each.entry().number() <= lastEntry
                        && counts(each.entry(), each.at(), at))
                .map(Recorded::entry)
                .forEach(entry -> balances.merge(
                        entry.unit(),
                        Balance.ZERO.after(entry.from(), entry.to(), entry.amount()),
                        (before, change) -> before.after(entry.from(), entry.to(), entry.amount())));
        return balances;
    }

    @Override
    public List<BookFlow> flows(TenantId tenant, Set<UnitId> units, List<Instant> boundaries) {
        return movements(tenant, units)
                .filter(each -> each.recordedAt().isBefore(boundaries.getLast()))
                .collect(Collectors.groupingBy(
                        each -> new BookFlow(
                                period(each.recordedAt(), boundaries),
                                each.entry().unit(),
                                each.version(),
                                each.rule(),
                                each.entry().from(),
                                each.entry().to(),
                                0),
                        Collectors.summingLong(each -> each.entry().amount())))
                .entrySet()
                .stream()
                .map(each -> with(each.getKey(), each.getValue()))
                .toList();
    }

    private static BookFlow with(BookFlow flow, long amount) {
        return new BookFlow(
                flow.period(), flow.unit(), flow.programVersion(), flow.rule(), flow.from(), flow.to(), amount);
    }

    @Override
    public List<VintageFlow> vintages(TenantId tenant, Set<UnitId> units, List<Instant> boundaries) {
        return movements(tenant, units)
                .filter(each -> each.lot().isPresent())
                .filter(each -> !each.issue().effectiveAt().isBefore(boundaries.getFirst())
                        && each.entry().effectiveAt().isBefore(boundaries.getLast()))
                .collect(Collectors.groupingBy(
                        each -> new VintageFlow(
                                each.entry().unit(),
                                period(each.issue().effectiveAt(), boundaries),
                                period(each.entry().effectiveAt(), boundaries),
                                each.entry().number() == each.issue().number(),
                                each.entry().from(),
                                each.entry().to(),
                                0),
                        Collectors.summingLong(each -> each.entry().amount())))
                .entrySet()
                .stream()
                .map(each -> with(each.getKey(), each.getValue()))
                .toList();
    }

    private static VintageFlow with(VintageFlow flow, long amount) {
        return new VintageFlow(flow.unit(), flow.issued(), flow.moved(), flow.issues(), flow.from(), flow.to(), amount);
    }

    private static int period(Instant moment, List<Instant> boundaries) {
        return Math.toIntExact(
                boundaries.stream().filter(each -> !each.isAfter(moment)).count());
    }

    private static long sum(List<Movement> movements, ToLongFunction<Movement> part) {
        return movements.stream().mapToLong(part).sum();
    }
}
