package dev.perennial.bootstrap.command.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.type.Date;
import dev.perennial.bootstrap.command.client.Terminal;
import dev.perennial.contract.insight.v1.Cohort;
import dev.perennial.contract.insight.v1.GetCohortsResponse;
import dev.perennial.contract.insight.v1.GetPeriodMetricsResponse;
import dev.perennial.contract.insight.v1.PeriodMetrics;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class TablesTest {

    private static final GetCohortsResponse COHORTS = GetCohortsResponse.newBuilder()
            .addCohorts(Cohort.newBuilder().setMonth(month(1)).addAllCounts(List.of(200L, 100L, 10L)))
            .addCohorts(Cohort.newBuilder().setMonth(month(2)).addAllCounts(List.of(50L, 5L)))
            .addCohorts(Cohort.newBuilder().setMonth(month(3)).addAllCounts(List.of(7L)))
            .setIncompleteMonth(month(3))
            .build();

    private final StringWriter text = new StringWriter();

    @Test
    void cohorts_show_shares_and_mark_the_month_that_is_not_over() {
        new CohortTable(terminal(false)).print(COHORTS);

        assertThat(text.toString().lines())
                .containsExactly(
                        "cohort    size    m1   m2",
                        "2026-01    200   50    5*",
                        "2026-02     50   10*",
                        "2026-03      7*",
                        "% of the cohort that bought in month n after its first · * this month is not over yet");
    }

    @Test
    void on_a_terminal_the_highest_share_has_the_deepest_colour() {
        new CohortTable(terminal(true)).print(COHORTS);

        assertThat(text.toString()).contains("\u001B[" + Heat.of(1, 1) + "m  50 \u001B[0m");
        assertThat(Heat.of(0, 0)).isEqualTo(Heat.of(0, 1));
    }

    @Test
    void months_mark_the_one_that_is_not_over_and_leave_out_what_is_undefined() {
        new MonthlyTable(terminal(false))
                .print(GetPeriodMetricsResponse.newBuilder()
                        .addPeriods(PeriodMetrics.newBuilder()
                                .setStart(month(1))
                                .setActive(10)
                                .setNew(10))
                        .addPeriods(PeriodMetrics.newBuilder()
                                .setStart(month(2))
                                .setActive(5)
                                .setNew(1)
                                .setRetained(4)
                                .setRetention(0.4)
                                .setChurn(0.6)
                                .setIncomplete(true))
                        .build());

        assertThat(text.toString().lines().toList())
                .satisfies(
                        lines -> assertThat(lines.get(1)).startsWith("2026-01 ").contains("–"))
                .satisfies(
                        lines -> assertThat(lines.get(2)).startsWith("2026-02*").contains("40.0 %", "60.0 %"))
                .satisfies(lines -> assertThat(lines.get(3)).endsWith("* this month is not over yet"));
    }

    @Test
    void a_shop_without_purchases_is_said_to_be_one() {
        new CohortTable(terminal(false)).print(GetCohortsResponse.getDefaultInstance());

        assertThat(text.toString()).isEqualToIgnoringNewLines("nobody has bought anything yet");
    }

    private Terminal terminal(boolean colours) {
        PrintWriter writer = new PrintWriter(text, true);
        return new Terminal(writer, writer, false, colours);
    }

    private static Date month(int month) {
        return Date.newBuilder().setYear(2026).setMonth(month).setDay(1).build();
    }
}
