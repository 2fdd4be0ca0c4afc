package dev.perennial.persistence.insight;

import static dev.perennial.persistence.jooq.Tables.ACTIVITY;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;

import dev.perennial.application.insight.PurchasePeriods;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.persistence.shared.Database;
import dev.perennial.persistence.shared.Reports;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Counts of members by the periods of their purchases. */
public final class JooqPurchasePeriods implements PurchasePeriods {

    private final Reports reports;

    public JooqPurchasePeriods(Database database) {
        this.reports = new Reports(database);
    }

    @Override
    public Optional<Span> span(TenantId tenant) {
        return reports.query(session -> session.dsl()
                .select(min(ACTIVITY.OCCURRED_AT), max(ACTIVITY.OCCURRED_AT))
                .from(ACTIVITY)
                .where(ACTIVITY.TENANT_ID.eq(tenant.value()))
                .and(ACTIVITY.COUNTS.eq(true))
                .queryTimeout(Reports.STATEMENT_SECONDS_MAX)
                .fetchOptional()
                .filter(row -> row.value1() != null)
                .map(row -> new Span(row.value1(), row.value2())));
    }

    @Override
    public List<Cell> cohorts(TenantId tenant, List<Instant> boundaries) {
        int periods = boundaries.size() - 1;
        long[][] members = new long[Math.max(0, periods)][Math.max(0, periods)];
        for (MemberPeriods each : masks(tenant, boundaries)) {
            int first = each.periods().nextSetBit(0) - 1;
            // Whoever bought before the first boundary has a cohort that was not asked for.
            if (first >= 0) {
                each.periods().stream().forEach(period -> members[first][period - 1] += each.members());
            }
        }
        List<Cell> cells = new ArrayList<>();
        for (int cohort = 0; cohort < periods; cohort++) {
            for (int period = cohort; period < periods; period++) {
                if (members[cohort][period] > 0) {
                    cells.add(new Cell(cohort, period, members[cohort][period]));
                }
            }
        }
        return cells;
    }

    @Override
    public List<Counts> counts(TenantId tenant, List<Instant> boundaries) {
        int periods = Math.max(0, boundaries.size() - 1);
        long[] active = new long[periods + 1];
        long[] firstTime = new long[periods + 1];
        long[] retained = new long[periods + 1];
        for (MemberPeriods each : masks(tenant, boundaries)) {
            BitSet bought = each.periods();
            firstTime[bought.isEmpty() ? 0 : bought.nextSetBit(0)] += each.members();
            for (int period = bought.nextSetBit(1); period > 0; period = bought.nextSetBit(period + 1)) {
                active[period] += each.members();
                // Period 0 is all the time before the first boundary and not a period before the first one.
                retained[period] += period > 1 && bought.get(period - 1) ? each.members() : 0;
            }
        }
        return IntStream.rangeClosed(1, periods)
                .mapToObj(period -> new Counts(active[period], firstTime[period], retained[period]))
                .toList();
    }

    private List<MemberPeriods> masks(TenantId tenant, List<Instant> boundaries) {
        return boundaries.size() < 2
                ? List.of()
                : reports.query(session -> PeriodMasks.of(session, tenant, boundaries));
    }
}
