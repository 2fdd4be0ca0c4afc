package dev.perennial.application.insight;

import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Moments.at;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.program.cel.CelConditions;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.application.testing.Desk;
import dev.perennial.application.testing.PortContract;
import dev.perennial.application.testing.Ports;
import dev.perennial.domain.program.ProgramChecker;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Result;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The months of a report begin with the first purchase and end, at the latest, with the one that is running. */
final class RetentionTest extends PortContract {

    private static final ProgramHistory PROGRAM = aProgram(aRule("base")).alone();
    private static final YearMonth FEBRUARY = YearMonth.of(2026, 2);
    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final YearMonth APRIL = YearMonth.of(2026, 4);

    private final Ports inMemory = Ports.inMemory();

    @Override
    protected Ports ports() {
        return inMemory;
    }

    @BeforeEach
    void ada() {
        desk.enrol("ada", at("2026-01-01T00:00:00Z"));
        buys("2026-02-10T10:00:00Z");
        buys("2026-03-10T10:00:00Z");
    }

    @Test
    void monthsThatHaveNotBegunAreLeftOutAndTheRunningOneIsMarked() {
        MonthlyMetrics table = table("2026-03-20T10:00:00Z", Optional.empty(), Optional.of(YearMonth.of(2026, 6)));
        assertThat(table.months()).extracting(MonthlyMetrics.Month::month).containsExactly(FEBRUARY, MARCH);
        assertThat(table.incomplete()).isTrue();
        CohortMatrix matrix = matrix("2026-03-20T10:00:00Z", Optional.empty(), Optional.of(YearMonth.of(2026, 6)));
        assertThat(matrix.months()).containsExactly(FEBRUARY, MARCH);
        assertThat(matrix.incomplete()).isTrue();
    }

    @Test
    void aPurchaseDatedTomorrowDoesNotBringTomorrowsMonthIn() {
        buys("2026-04-01T08:00:00Z");
        MonthlyMetrics table = table("2026-03-31T10:00:00Z", Optional.empty(), Optional.empty());
        assertThat(table.months()).extracting(MonthlyMetrics.Month::month).containsExactly(FEBRUARY, MARCH);
        assertThat(table.incomplete()).isTrue();
    }

    @Test
    void onlyTheRunningMonthIsMarked() {
        assertThat(table("2026-04-01T00:00:00Z", Optional.empty(), Optional.of(MARCH))
                        .incomplete())
                .isFalse();
        assertThat(table("2026-03-31T23:59:59Z", Optional.empty(), Optional.of(FEBRUARY))
                        .incomplete())
                .isFalse();
        assertThat(table("2026-03-31T23:59:59Z", Optional.empty(), Optional.of(MARCH))
                        .incomplete())
                .isTrue();
    }

    @Test
    void anEndBeforeTheFirstPurchaseGivesAnEmptyTable() {
        String now = "2026-03-20T10:00:00Z";
        assertThat(table(now, Optional.empty(), Optional.of(YearMonth.of(2020, 1)))
                        .months())
                .isEmpty();
        assertThat(table(now, Optional.empty(), Optional.of(YearMonth.of(2020, 1)))
                        .incomplete())
                .isFalse();
        assertThat(matrix(now, Optional.empty(), Optional.of(YearMonth.of(2020, 1)))
                        .rows())
                .isEmpty();
        assertThat(table(now, Optional.of(APRIL), Optional.of(YearMonth.of(2026, 5)))
                        .months())
                .as("a range that has not begun")
                .isEmpty();
        assertThat(table("2026-05-20T10:00:00Z", Optional.of(APRIL), Optional.empty())
                        .months())
                .as("from after the last purchase")
                .isEmpty();
    }

    @Test
    void sixHundredMonthsAreTheMostAndWhatHasNotBegunDoesNotCountAmongThem() {
        YearMonth first = YearMonth.of(1976, 4);
        Instant now = at("2026-03-20T10:00:00Z");
        assertThat(retention(now).periodMetrics(tenant, Optional.of(first), Optional.of(YearMonth.of(2999, 1))))
                .isInstanceOf(Result.Ok.class);
        assertThat(retention(now).periodMetrics(tenant, Optional.of(first.minusMonths(1)), Optional.of(MARCH)))
                .isInstanceOfSatisfying(
                        Result.Refused.class,
                        refused -> assertThat(refused.refusal().reason()).isEqualTo(Reason.INVALID_REQUEST));
    }

    @Test
    void beforeAProgramTheMonthsAreUtcs() {
        MonthlyMetrics table = table("2026-03-20T10:00:00Z", Optional.empty(), Optional.empty());
        assertThat(table.zone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(table.months().getLast().retention()).hasValue(1);
        assertThat(matrix("2026-03-20T10:00:00Z", Optional.empty(), Optional.empty())
                        .rows())
                .extracting(CohortMatrix.Row::active)
                .containsExactly(List.of(1L, 1L), List.of(0L));
    }

    private void buys(String moment) {
        desk.record("ada", PROGRAM, aPurchase("order of " + moment).on(at(moment)));
    }

    private MonthlyMetrics table(String now, Optional<YearMonth> from, Optional<YearMonth> to) {
        return Desk.value(retention(at(now)).periodMetrics(tenant, from, to));
    }

    private CohortMatrix matrix(String now, Optional<YearMonth> from, Optional<YearMonth> to) {
        return Desk.value(retention(at(now)).cohorts(tenant, from, to));
    }

    private Retention retention(Instant now) {
        ProgramCatalog catalog = new ProgramCatalog(new ProgramChecker(new CelConditions()));
        return new Retention(ports.storage(), catalog, ports.purchasePeriods(), new TenantTime(() -> now));
    }
}
