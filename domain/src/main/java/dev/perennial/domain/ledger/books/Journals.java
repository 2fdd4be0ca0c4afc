package dev.perennial.domain.ledger.books;

import static java.util.Comparator.comparing;

import dev.perennial.domain.ledger.books.Journal.Line;
import dev.perennial.domain.shared.UnitId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Books flows of units. The money of a line is what the running liability is worth after it less what it was worth
 * before, so that no cent is lost to rounding, and a day comes to the same whatever range it is asked with. A line that
 * does not touch the liability is valued likewise by the running sum of its own kind.
 */
public final class Journals {

    private static final Comparator<Lots> BY_LOTS = comparing(Lots::unit).thenComparingInt(Lots::version);
    private static final Comparator<Booking> BY_BOOKING =
            comparing(Booking::postingClass).thenComparing(Booking::debit).thenComparing(Booking::credit);

    private final Valuations valuations;
    private final Map<Lots, Long> liabilities = new TreeMap<>(BY_LOTS);
    private final Map<Lots, Map<Booking, Long>> others = new HashMap<>();

    private Journals(Valuations valuations) {
        this.valuations = valuations;
    }

    private record Lots(UnitId unit, int version) {}

    /**
     * The journal of all periods from 1.
     *
     * @param flows of all time; those of period 0 make the opening balances
     * @throws ArithmeticException if a sum does not fit a long
     */
    public static Journal of(List<BookFlow> flows, Valuations valuations) {
        return new Journals(valuations).journal(flows);
    }

    private Journal journal(List<BookFlow> flows) {
        TreeMap<Integer, List<BookFlow>> byPeriod =
                flows.stream().collect(Collectors.groupingBy(BookFlow::period, TreeMap::new, Collectors.toList()));
        lines(byPeriod.getOrDefault(0, List.of()));
        List<Journal.Balance> opening = balances();
        List<Journal.Period> periods = new ArrayList<>();
        byPeriod.tailMap(1).forEach((number, found) -> periods.add(new Journal.Period(number, lines(found))));
        periods.removeIf(period -> period.lines().isEmpty());
        return new Journal(opening, periods, balances());
    }

    private List<Journal.Balance> balances() {
        List<Journal.Balance> balances = new ArrayList<>();
        liabilities.forEach((lots, units) -> {
            if (units != 0) {
                balances.add(new Journal.Balance(lots.unit(), lots.version(), units, worth(lots, units)));
            }
        });
        return balances;
    }

    private Optional<Money> worth(Lots lots, long units) {
        return valuations
                .of(lots.unit(), lots.version())
                .map(known -> new Money(known.currency(), known.value().of(units)));
    }

    private List<Line> lines(List<BookFlow> flows) {
        Map<Lots, Map<Booking, Long>> sums = new TreeMap<>(BY_LOTS);
        flows.forEach(flow -> Booking.of(flow.from(), flow.to(), valuations.isForSales(flow.rule()))
                .ifPresent(booking -> sums.computeIfAbsent(
                                new Lots(flow.unit(), flow.programVersion()), none -> new TreeMap<>(BY_BOOKING))
                        .merge(booking, flow.amount(), Math::addExact)));
        List<Line> lines = new ArrayList<>();
        sums.forEach((lots, bookings) -> bookings.forEach((booking, units) -> lines.add(line(lots, booking, units))));
        return lines;
    }

    private Line line(Lots lots, Booking booking, long units) {
        long before = running(lots, booking);
        long after = Math.addExact(before, booking.movesLiability() ? booking.liability(units) : units);
        remember(lots, booking, after);
        Optional<Money> money = valuations.of(lots.unit(), lots.version()).map(known -> {
            long difference = known.value().of(after) - known.value().of(before);
            return new Money(known.currency(), Math.abs(difference));
        });
        return new Line(lots.unit(), lots.version(), booking, units, money);
    }

    private long running(Lots lots, Booking booking) {
        return booking.movesLiability()
                ? liabilities.getOrDefault(lots, 0L)
                : others.getOrDefault(lots, Map.of()).getOrDefault(booking, 0L);
    }

    private void remember(Lots lots, Booking booking, long running) {
        if (booking.movesLiability()) {
            liabilities.put(lots, running);
        } else {
            others.computeIfAbsent(lots, none -> new HashMap<>()).put(booking, running);
        }
    }
}
