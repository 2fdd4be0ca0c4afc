package dev.perennial.bootstrap.command.report;

import dev.perennial.bootstrap.command.client.Months;
import dev.perennial.bootstrap.command.client.Terminal;
import dev.perennial.contract.insight.v1.Cohort;
import dev.perennial.contract.insight.v1.GetCohortsResponse;
import java.util.List;

/** The cohort matrix as a heat map: which share of those who first bought in a month bought again, month by month. */
public final class CohortTable {

    private final Terminal terminal;

    public CohortTable(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The rows, with the legend at the end. A month that is not over yet is marked with a star. */
    public void print(GetCohortsResponse response) {
        List<Cohort> cohorts = CohortCsv.withMembers(response);
        if (cohorts.isEmpty()) {
            terminal.say("nobody has bought anything yet");
            return;
        }
        int width = cohorts.getFirst().getCountsCount();
        double most =
                cohorts.stream().mapToDouble(CohortTable::mostReturning).max().orElse(0);
        terminal.say(terminal.bold(heading(width)));
        cohorts.forEach(cohort -> terminal.say(row(cohort, response, most)));
        terminal.say(terminal.dim("% of the cohort that bought in month n after its first"
                + (response.hasIncompleteMonth() ? " · * this month is not over yet" : "")));
    }

    private static String heading(int width) {
        StringBuilder heading = new StringBuilder("cohort    size ");
        for (int month = 1; month < width; month++) {
            heading.append("%5s".formatted("m" + month));
        }
        return heading.toString();
    }

    private String row(Cohort cohort, GetCohortsResponse response, double most) {
        StringBuilder row = new StringBuilder(
                "%s %6d%s".formatted(Months.text(cohort.getMonth()), cohort.getCounts(0), mark(cohort, response, 0)));
        for (int month = 1; month < cohort.getCountsCount(); month++) {
            double share = share(cohort, month);
            String cell = "%4.0f%s".formatted(share * 100, mark(cohort, response, month));
            row.append(terminal.styled(Heat.of(share, most), cell));
        }
        return row.toString();
    }

    private static String mark(Cohort cohort, GetCohortsResponse response, int month) {
        boolean incomplete = response.hasIncompleteMonth()
                && Months.index(cohort.getMonth()) + month == Months.index(response.getIncompleteMonth());
        return incomplete ? "*" : " ";
    }

    private static double mostReturning(Cohort cohort) {
        double most = 0;
        for (int month = 1; month < cohort.getCountsCount(); month++) {
            most = Math.max(most, share(cohort, month));
        }
        return most;
    }

    private static double share(Cohort cohort, int month) {
        return (double) cohort.getCounts(month) / cohort.getCounts(0);
    }
}
