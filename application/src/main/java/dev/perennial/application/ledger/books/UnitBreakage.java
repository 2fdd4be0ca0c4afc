package dev.perennial.application.ledger.books;

import dev.perennial.application.ledger.flow.FlowSums;
import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.domain.ledger.books.Valuations;
import dev.perennial.domain.ledger.books.VintageFlow;
import dev.perennial.domain.ledger.books.Vintages;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What became of the units that were issued in a month, and what will. */
public final class UnitBreakage {

    /** How far back estimates look: longer than most units last. */
    private static final int MONTHS_BACK = 120;

    private final Storage storage;
    private final ProgramCatalog catalog;
    private final LedgerBooks books;
    private final TenantTime time;

    public UnitBreakage(Storage storage, ProgramCatalog catalog, LedgerBooks books, TenantTime time) {
        this.storage = storage;
        this.catalog = catalog;
        this.books = books;
        this.time = time;
    }

    /**
     * What became of units by the month of their issue, in the program's time zone.
     *
     * @param last not before the first
     * @param unit empty for all
     * @return refused with {@link Reason#PROGRAM_NOT_APPLIED}, {@link Reason#UNIT_NOT_FOUND}, {@link
     *     Reason#INVALID_REQUEST} when the last month has not begun, or {@link Reason#BALANCE_OVERFLOW}
     */
    public Result<Breakage> get(Tenant tenant, YearMonth first, YearMonth last, Optional<UnitId> unit) {
        return FlowSums.withinRange(() -> Asked.by(tenant, storage, catalog, time)
                .then(asked -> {
                    YearMonth running = YearMonth.from(asked.now().atZone(asked.zone()));
                    if (last.isAfter(running)) {
                        return Result.refused(Refusal.invalid("to", "must not be in the future"));
                    }
                    return Asked.units(asked.valuations(), unit)
                            .map(units -> breakage(tenant, asked, new Months(first, last, running), units));
                }));
    }

    /** The months that are looked at: those that were asked for and those that estimates rest on. */
    private record Months(YearMonth first, YearMonth last, YearMonth running) {

        YearMonth earliest() {
            YearMonth back = running.minusMonths(MONTHS_BACK);
            return first.isBefore(back) ? first : back;
        }

        int until(YearMonth month) {
            return Math.toIntExact(earliest().until(month, ChronoUnit.MONTHS));
        }

        List<Instant> boundaries(ZoneId zone) {
            return Stream.iterate(earliest(), month -> month.plusMonths(1))
                    .limit(until(running) + 2L)
                    .map(month -> month.atDay(1).atStartOfDay(zone).toInstant())
                    .toList();
        }
    }

    private Breakage breakage(Tenant tenant, Asked asked, Months months, Set<UnitId> units) {
        Valuations valuations = asked.valuations();
        Map<UnitId, List<VintageFlow>> flows =
                books.vintages(tenant.id(), units, months.boundaries(asked.zone())).stream()
                        .collect(Collectors.groupingBy(VintageFlow::unit, TreeMap::new, Collectors.toList()));
        List<Breakage.OfUnit> found = new ArrayList<>();
        flows.forEach((unit, ofUnit) -> found.add(new Breakage.OfUnit(
                unit,
                valuations.name(unit),
                Vintages.of(ofUnit, months.until(months.last()) + 1)
                        .subList(months.until(months.first()), months.until(months.last()) + 1),
                Vintages.estimate(ofUnit, months.until(months.running())),
                months.until(months.first()))));
        return new Breakage(months.first(), found, months.running(), asked.zone(), asked.now());
    }
}
