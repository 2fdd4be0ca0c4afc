package dev.perennial.application.insight;

import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Activities.aRefundOf;
import static dev.perennial.domain.testing.Activities.aVisit;
import static dev.perennial.domain.testing.Moments.at;
import static dev.perennial.domain.testing.Moments.days;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.insight.PurchasePeriods.Cell;
import dev.perennial.application.insight.PurchasePeriods.Counts;
import dev.perennial.application.insight.PurchasePeriods.Span;
import dev.perennial.application.testing.PortContract;
import dev.perennial.domain.program.ProgramHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link PurchasePeriods} promises. */
public abstract class PurchasePeriodsContract extends PortContract {

    private static final ProgramHistory PROGRAM = aProgram(aRule("base")).alone();

    /** The months from February to April 2026 in Berlin; summer time begins on 29 March. */
    private static final List<Instant> MONTHS = months(LocalDate.of(2026, 2, 1), 3);

    private int orders;

    @Test
    void isEmptyWithoutPurchases() {
        desk.enrol("ada", at("2026-01-01T00:00:00Z"));
        desk.record("ada", PROGRAM, aVisit("v1").on(at("2026-02-01T10:00:00Z")));

        assertThat(ports.purchasePeriods().span(id())).isEmpty();
        assertThat(cohorts()).isEmpty();
        assertThat(counts()).containsOnly(new Counts(0, 0, 0)).hasSize(3);
    }

    @Test
    void spansFromTheFirstToTheLastPurchase() {
        buys("ada", "2026-02-10T10:00:00Z", "2026-04-03T10:00:00Z");
        buys("bob", "2026-01-05T10:00:00Z");

        assertThat(ports.purchasePeriods().span(id()))
                .contains(new Span(at("2026-01-05T10:00:00Z"), at("2026-04-03T10:00:00Z")));
        assertThat(ports.purchasePeriods().span(otherTenant.id())).isEmpty();
    }

    @Test
    void countsMembersByCohortAndPeriod() {
        buys("feb-only", "2026-02-01T10:00:00Z", "2026-02-20T10:00:00Z");
        buys("feb-and-mar", "2026-02-02T10:00:00Z", "2026-03-02T10:00:00Z", "2026-03-03T10:00:00Z");
        buys("feb-and-apr", "2026-02-03T10:00:00Z", "2026-04-03T10:00:00Z");
        buys("mar-and-apr", "2026-03-03T10:00:00Z", "2026-04-03T10:00:00Z");
        buys("since-january", "2026-01-03T10:00:00Z", "2026-03-03T10:00:00Z", "2026-04-03T10:00:00Z");
        buys("in-may", "2026-05-03T10:00:00Z");

        assertThat(cohorts())
                .containsExactlyInAnyOrder(
                        new Cell(0, 0, 3), new Cell(0, 1, 1), new Cell(0, 2, 1), new Cell(1, 1, 1), new Cell(1, 2, 1));
        assertThat(counts()).containsExactly(new Counts(3, 3, 0), new Counts(3, 1, 1), new Counts(3, 0, 2));
    }

    @Test
    void putsAMomentIntoThePeriodThatBeginsWithIt() {
        Instant april = MONTHS.get(2); // 31 March 22:00 UTC, as summer time began
        assertThat(april).isEqualTo(at("2026-03-31T22:00:00Z"));
        buys("before", april.minusSeconds(1).toString());
        buys("exactly", april.toString());
        buys("at-the-end", MONTHS.get(3).toString());

        assertThat(cohorts()).containsExactlyInAnyOrder(new Cell(1, 1, 1), new Cell(2, 2, 1));
    }

    @Test
    void leavesOutWhatWasRefundedInFull() {
        buys("ada", "2026-02-10T10:00:00Z", "2026-03-10T10:00:00Z");
        desk.record("ada", PROGRAM, aRefundOf("order-1").of(1_000).on(at("2026-03-11T10:00:00Z")));
        buys("bob", "2026-02-10T10:00:00Z");
        desk.record("bob", PROGRAM, aRefundOf("order-3").of(999).on(at("2026-03-11T10:00:00Z")));

        assertThat(cohorts()).containsExactlyInAnyOrder(new Cell(0, 0, 1), new Cell(1, 1, 1));
    }

    @Test
    void countsImportedHistory() {
        desk.enrol("ada", at("2026-01-01T00:00:00Z"));
        desk.record("ada", PROGRAM, aPurchase("old").of(1_000).asHistory().on(at("2026-02-01T10:00:00Z")));

        assertThat(cohorts()).containsExactly(new Cell(0, 0, 1));
    }

    @Test
    void countsOverManyPeriods() {
        buys("ada", "2026-01-01T10:00:00Z", "2026-03-04T10:00:00Z", "2026-06-01T10:00:00Z");
        List<Instant> everyDay = IntStream.range(0, 200)
                .mapToObj(day -> at("2026-01-01T00:00:00Z").plus(days(day)))
                .toList();

        assertThat(ports.purchasePeriods().cohorts(id(), everyDay))
                .containsExactlyInAnyOrder(new Cell(0, 0, 1), new Cell(0, 62, 1), new Cell(0, 151, 1));
    }

    @Test
    void hasNoPeriodsWithoutTwoBoundaries() {
        buys("ada", "2026-02-10T10:00:00Z");

        assertThat(ports.purchasePeriods().cohorts(id(), MONTHS.subList(0, 1))).isEmpty();
        assertThat(ports.purchasePeriods().counts(id(), List.of())).isEmpty();
    }

    private void buys(String member, String... moments) {
        desk.enrol(member, at("2026-01-01T00:00:00Z"));
        for (String moment : moments) {
            desk.record(
                    member, PROGRAM, aPurchase("order-" + ++orders).of(1_000).on(at(moment)));
        }
    }

    private List<Cell> cohorts() {
        return ports.purchasePeriods().cohorts(id(), MONTHS);
    }

    private List<Counts> counts() {
        return ports.purchasePeriods().counts(id(), MONTHS);
    }

    private static List<Instant> months(LocalDate first, int count) {
        return IntStream.rangeClosed(0, count)
                .mapToObj(month -> first.plusMonths(month)
                        .atStartOfDay(ZoneId.of("Europe/Berlin"))
                        .toInstant())
                .toList();
    }
}
