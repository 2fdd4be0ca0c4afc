package dev.perennial.application.insight;

import dev.perennial.application.insight.PurchasePeriods.Cell;
import dev.perennial.application.insight.PurchasePeriods.Span;
import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Storage;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cohorts and retention by calendar month in the tenant's time zone. */
public final class Retention {

    /** Fifty years: enough for any shop, and few enough for one statement. */
    private static final int MONTHS_MAX = 600;

    private final Storage storage;
    private final ProgramCatalog catalog;
    private final PurchasePeriods periods;
    private final InstantSource clock;

    public Retention(Storage storage, ProgramCatalog catalog, PurchasePeriods periods, InstantSource clock) {
        this.storage = storage;
        this.catalog = catalog;
        this.periods = periods;
        this.clock = clock;
    }

    /** The months from the one that holds {@code from} to the one that holds {@code to}; by default all with purchases. */
    public Result<CohortMatrix> cohorts(Tenant tenant, Optional<LocalDate> from, Optional<LocalDate> to) {
        return range(tenant, from, to).map(range -> matrix(tenant, range));
    }

    /** The months from the one that holds {@code from} to the one that holds {@code to}; by default all with purchases. */
    public Result<MonthlyMetrics> periodMetrics(Tenant tenant, Optional<LocalDate> from, Optional<LocalDate> to) {
        return range(tenant, from, to).map(range -> table(tenant, range));
    }

    private record Range(List<YearMonth> months, ZoneId zone, boolean incomplete, Instant knownAt) {

        /** The first moment of each month, and of the one after the last. */
        List<Instant> boundaries() {
            List<Instant> boundaries = new ArrayList<>();
            months.forEach(month -> boundaries.add(startOf(month)));
            boundaries.add(startOf(months.getLast().plusMonths(1)));
            return boundaries;
        }

        private Instant startOf(YearMonth month) {
            return month.atDay(1).atStartOfDay(zone).toInstant();
        }
    }

    private Result<Range> range(Tenant tenant, Optional<LocalDate> from, Optional<LocalDate> to) {
        Instant now = clock.instant();
        ZoneId zone = zone(tenant, now);
        Optional<Span> span = periods.span(tenant.id());
        Optional<YearMonth> first = from.or(() -> span.map(s -> LocalDate.ofInstant(s.first(), zone)))
                .map(YearMonth::from);
        Optional<YearMonth> last =
                to.or(() -> span.map(s -> LocalDate.ofInstant(s.last(), zone))).map(YearMonth::from);
        if (first.isEmpty() || last.isEmpty()) {
            return Result.ok(new Range(List.of(), zone, false, now));
        }
        if (last.get().isBefore(first.get())) {
            return Result.refused(Refusal.invalid("to", "must not be before from"));
        }
        List<YearMonth> months = new ArrayList<>();
        for (YearMonth month = first.get(); !month.isAfter(last.get()); month = month.plusMonths(1)) {
            months.add(month);
            if (months.size() > MONTHS_MAX) {
                return Result.refused(Refusal.invalid("to", "must be at most " + MONTHS_MAX + " months after from"));
            }
        }
        boolean incomplete = !last.get().isBefore(YearMonth.from(LocalDate.ofInstant(now, zone)));
        return Result.ok(new Range(List.copyOf(months), zone, incomplete, now));
    }

    private ZoneId zone(Tenant tenant, Instant now) {
        ProgramHistory programs = catalog.now(storage, tenant.id());
        return programs.isEmpty() ? ZoneOffset.UTC : programs.at(now).program().zone();
    }

    private CohortMatrix matrix(Tenant tenant, Range range) {
        int size = range.months().size();
        long[][] counts = new long[size][size];
        if (size > 0) {
            for (Cell cell : periods.cohorts(tenant.id(), range.boundaries())) {
                counts[cell.cohort()][cell.period()] = cell.members();
            }
        }
        List<CohortMatrix.Row> rows = new ArrayList<>();
        for (int cohort = 0; cohort < size; cohort++) {
            List<Long> active = new ArrayList<>();
            for (int period = cohort; period < size; period++) {
                active.add(counts[cohort][period]);
            }
            rows.add(new CohortMatrix.Row(range.months().get(cohort), List.copyOf(active)));
        }
        return new CohortMatrix(range.months(), List.copyOf(rows), range.incomplete(), range.knownAt());
    }

    /** Counts one month more than was asked for: who was retained, and of how many, depends on the month before. */
    private MonthlyMetrics table(Tenant tenant, Range range) {
        if (range.months().isEmpty()) {
            return new MonthlyMetrics(List.of(), range.incomplete(), range.knownAt());
        }
        List<Instant> boundaries = new ArrayList<>(range.boundaries());
        boundaries.addFirst(range.startOf(range.months().getFirst().minusMonths(1)));
        List<PurchasePeriods.Counts> counts = periods.counts(tenant.id(), boundaries);
        List<MonthlyMetrics.Month> months = new ArrayList<>();
        for (int i = 1; i < counts.size(); i++) {
            PurchasePeriods.Counts count = counts.get(i);
            long previous = counts.get(i - 1).active();
            months.add(new MonthlyMetrics.Month(
                    range.months().get(i - 1), count.active(), count.firstTime(), count.retained(), previous));
        }
        return new MonthlyMetrics(List.copyOf(months), range.incomplete(), range.knownAt());
    }
}
