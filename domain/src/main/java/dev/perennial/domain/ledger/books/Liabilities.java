package dev.perennial.domain.ledger.books;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import dev.perennial.domain.ledger.books.Liability.OfExpiry;
import dev.perennial.domain.ledger.books.Liability.OfUnit;
import dev.perennial.domain.ledger.books.Liability.OfVersion;
import dev.perennial.domain.shared.LargestRemainder;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes a liability of balances of lots. Money is rounded once, for the lots of one version of a unit; months get parts
 * of that figure by largest remainder, and totals are sums of such figures. So all of it adds up, and the journal, which
 * values the same balances, comes to the same.
 */
public final class Liabilities {

    private static final Comparator<OfExpiry> ORDER = comparing(OfExpiry::month, nullsLast(naturalOrder()))
            .thenComparing(OfExpiry::sliding, Comparator.reverseOrder());

    private final Valuations valuations;
    private final Function<Instant, YearMonth> months;

    /** @param months in which month a moment lies */
    public Liabilities(Valuations valuations, Function<Instant, YearMonth> months) {
        this.valuations = valuations;
        this.months = months;
    }

    /** @throws ArithmeticException if a sum does not fit a long */
    public Liability of(List<LotBalance> balances) {
        Map<UnitId, List<LotBalance>> byUnit =
                balances.stream().collect(Collectors.groupingBy(LotBalance::unit, TreeMap::new, Collectors.toList()));
        List<OfUnit> units = new ArrayList<>();
        byUnit.forEach((unit, found) -> units.add(ofUnit(unit, found)));
        units.removeIf(unit -> unit.versions().isEmpty() && unit.debt() == 0);
        return new Liability(units);
    }

    private OfUnit ofUnit(UnitId unit, List<LotBalance> balances) {
        Map<Integer, List<LotBalance>> byVersion = balances.stream()
                .collect(Collectors.groupingBy(LotBalance::programVersion, TreeMap::new, Collectors.toList()));
        List<OfVersion> versions = new ArrayList<>();
        byVersion.forEach((version, found) -> versions.add(ofVersion(unit, version, found)));
        versions.removeIf(
                version -> version.overdue() == 0 && version.expiries().isEmpty());
        long debt = balances.stream().mapToLong(LotBalance::debt).reduce(0, Math::addExact);
        return new OfUnit(unit, debt, versions);
    }

    private OfVersion ofVersion(UnitId unit, int version, List<LotBalance> balances) {
        Map<Expiry, Owed> byExpiry = new HashMap<>();
        balances.forEach(balance -> byExpiry.merge(expiry(balance), balance.counted(), Owed::plus));
        byExpiry.values().removeIf(Owed.NOTHING::equals);
        List<OfExpiry> expiries = byExpiry.entrySet().stream()
                .map(each ->
                        new OfExpiry(each.getKey().month(), each.getKey().sliding(), each.getValue(), Optional.empty()))
                .sorted(ORDER)
                .toList();
        Owed owed = byExpiry.values().stream().reduce(Owed.NOTHING, Owed::plus);
        long overdue = balances.stream().mapToLong(LotBalance::runOut).reduce(0, Math::addExact);
        Optional<Valuation> valuation = valuations.of(unit, version);
        Optional<Money> worth =
                valuation.map(known -> new Money(known.currency(), known.value().of(owed.total())));
        return new OfVersion(
                version,
                owed,
                overdue,
                valuation,
                worth,
                worth.map(all -> split(all, expiries)).orElse(expiries));
    }

    private record Expiry(@Nullable YearMonth month, boolean sliding) {}

    private Expiry expiry(LotBalance balance) {
        Instant at = balance.lastUsedIn();
        return new Expiry(at == null || balance.sliding() ? null : months.apply(at), balance.sliding());
    }

    private static List<OfExpiry> split(Money all, List<OfExpiry> expiries) {
        long[] weights =
                expiries.stream().mapToLong(each -> each.owed().total()).toArray();
        long[] parts = LargestRemainder.split(all.amount(), weights);
        List<OfExpiry> valued = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            OfExpiry each = expiries.get(i);
            valued.add(new OfExpiry(
                    each.month(), each.sliding(), each.owed(), Optional.of(new Money(all.currency(), parts[i]))));
        }
        return valued;
    }
}
