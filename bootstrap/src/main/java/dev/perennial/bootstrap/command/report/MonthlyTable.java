package dev.perennial.bootstrap.command.report;

import dev.perennial.bootstrap.command.client.Months;
import dev.perennial.bootstrap.command.client.Terminal;
import dev.perennial.contract.insight.v1.GetPeriodMetricsResponse;
import dev.perennial.contract.insight.v1.PeriodMetrics;

/** The monthly table for people: who bought, who was new, who stayed, who came back. */
public final class MonthlyTable {

    private static final int BAR_MAX = 24;

    private final Terminal terminal;

    public MonthlyTable(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The rows, with the legend at the end. A month that is not over yet is marked with a star. */
    public void print(GetPeriodMetricsResponse response) {
        if (response.getPeriodsCount() == 0) {
            terminal.say("nobody has bought anything yet");
            return;
        }
        long most = response.getPeriodsList().stream()
                .mapToLong(PeriodMetrics::getActive)
                .max()
                .orElse(0);
        terminal.say(terminal.bold("month     active     new  retained  reactivated  retention   churn"));
        response.getPeriodsList().forEach(month -> terminal.say(row(month, most)));
        boolean incomplete = response.getPeriodsList().stream().anyMatch(PeriodMetrics::getIncomplete);
        terminal.say(terminal.dim("retention = bought in this month and the one before ÷ bought in the one before"
                + (incomplete ? " · * this month is not over yet" : "")));
    }

    private String row(PeriodMetrics month, long most) {
        String cells = "%s%s %7d %7d %9d %12d %10s %7s  "
                .formatted(
                        Months.text(month.getStart()),
                        month.getIncomplete() ? "*" : " ",
                        month.getActive(),
                        month.getNew(),
                        month.getRetained(),
                        month.getReactivated(),
                        month.hasRetention() ? percent(month.getRetention()) : "–",
                        month.hasChurn() ? percent(month.getChurn()) : "–");
        int length = most == 0 ? 0 : Math.toIntExact(Math.round((double) month.getActive() / most * BAR_MAX));
        return cells + terminal.green("▇".repeat(length));
    }

    private static String percent(double share) {
        return "%.1f %%".formatted(share * 100);
    }
}
