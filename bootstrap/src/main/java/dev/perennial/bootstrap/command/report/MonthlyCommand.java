package dev.perennial.bootstrap.command.report;

import dev.perennial.bootstrap.command.client.Terminal;
import dev.perennial.contract.insight.v1.GetPeriodMetricsRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Who bought in each month, who was new, who stayed and who came back. */
@Command(
        name = "monthly",
        mixinStandardHelpOptions = true,
        description = "Who bought in each month, who was new, who stayed and who came back.",
        footer = {"", "The CSV has the columns month,active,new,retained,reactivated,retention,churn."})
final class MonthlyCommand implements Runnable {

    @Mixin
    ReportOptions options = new ReportOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        options.show(
                api -> api.insight().getPeriodMetrics(GetPeriodMetricsRequest.getDefaultInstance()),
                MonthlyCsv::of,
                new MonthlyTable(Terminal.of(spec))::print);
    }
}
