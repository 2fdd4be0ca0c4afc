package dev.perennial.bootstrap.command.report;

import dev.perennial.bootstrap.command.client.Terminal;
import dev.perennial.contract.insight.v1.GetCohortsRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Of those who first bought in a month: how many bought in each month since. */
@Command(
        name = "cohorts",
        mixinStandardHelpOptions = true,
        description = "Of those who first bought in a month: how many bought in each month since.",
        footer = {"", "The CSV has the columns cohort,m0,m1,… with counts."})
final class CohortsCommand implements Runnable {

    @Mixin
    ReportOptions options = new ReportOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        options.show(
                api -> api.insight().getCohorts(GetCohortsRequest.getDefaultInstance()),
                CohortCsv::of,
                new CohortTable(Terminal.of(spec))::print);
    }
}
