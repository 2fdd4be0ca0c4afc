package dev.perennial.application.insight;

import dev.perennial.application.insight.PurchasePeriods.Cell;
import dev.perennial.application.insight.PurchasePeriods.Counts;
import dev.perennial.application.insight.PurchasePeriods.Span;
import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.application.storage.Transaction;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Result;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cohorts and retention by calendar month in the tenant's time zone. */
public final class Retention {

    private static final ZoneId UTC = ZoneId.of("UTC");

    private final Storage storage;
    private final ProgramCatalog catalog;
    private final PurchasePeriods periods;
    private final TenantTime time;

    public Retention(Storage storage, ProgramCatalog catalog, PurchasePeriods periods, TenantTime time) {
        this.storage = storage;
        this.catalog = catalog;
        this.periods = periods;
        this.time = time;
    }

    /**
     * How many members of each cohort bought again.
     *
     * @param from the first month; empty means that of the first purchase
     * @param to the last month; empty means that of the last purchase; never later than the running month
     * @return refused with {@link Reason#INVALID_REQUEST} when these are too many months
     */
    public Result<CohortMatrix> cohorts(Tenant tenant, Optional<YearMonth> from, Optional<YearMonth> to) {
        return range(tenant, from, to).map(range -> matrix(tenant, range));
    }

    /**
     * Who bought, month by month.
     *
     * @param from the first month; empty means that of the first purchase
     * @param to the last month; empty means that of the last purchase; never later than the running month
     * @return refused with {@link Reason#INVALID_REQUEST} when these are too many months
     */
    public Result<MonthlyMetrics> periodMetrics(Tenant tenant, Optional<YearMonth> from, Optional<YearMonth> to) {
        return range(tenant, from, to).map(range -> table(tenant, range));
    }

    private Result<MonthRange> range(Tenant tenant, Optional<YearMonth> from, Optional<YearMonth> to) {
        Asked asked = storage.read(tx -> asked(tx, tenant));
        Instant now = asked.at();
        ZoneId zone = asked.zone();
        Optional<Span> span = periods.span(tenant.id());
        Optional<YearMonth> first =
                from.or(() -> span.map(s -> YearMonth.from(s.first().atZone(zone))));
        Optional<YearMonth> last =
                to.or(() -> span.map(s -> YearMonth.from(s.last().atZone(zone))));
        return first.isPresent() && last.isPresent()
                ? MonthRange.of(first.get(), last.get(), zone, now)
                : Result.ok(MonthRange.empty(zone, now));
    }

    /** When a question is asked, in the tenant's time, and the zone that is the tenant's then. */
    private record Asked(Instant at, ZoneId zone) {}

    private Asked asked(Transaction tx, Tenant tenant) {
        Instant now = time.now(tx, tenant.id());
        ProgramHistory programs = catalog.in(tx, tenant.id());
        return new Asked(
                now, programs.isEmpty() ? UTC : programs.at(now).program().zone());
    }

    private CohortMatrix matrix(Tenant tenant, MonthRange range) {
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
        return new CohortMatrix(range.months(), List.copyOf(rows), range.zone(), range.incomplete(), range.knownAt());
    }

    /** Counts one month more than was asked for: who was retained, and of how many, depends on the month before. */
    private MonthlyMetrics table(Tenant tenant, MonthRange range) {
        List<MonthlyMetrics.Month> months = new ArrayList<>();
        List<Counts> counts =
                range.isEmpty() ? List.of() : periods.counts(tenant.id(), range.boundariesWithMonthBefore());
        for (int i = 1; i < counts.size(); i++) {
            Counts count = counts.get(i);
            long previous = counts.get(i - 1).active();
            months.add(new MonthlyMetrics.Month(
                    range.months().get(i - 1), count.active(), count.firstTime(), count.retained(), previous));
        }
        return new MonthlyMetrics(List.copyOf(months), range.zone(), range.incomplete(), range.knownAt());
    }
}
