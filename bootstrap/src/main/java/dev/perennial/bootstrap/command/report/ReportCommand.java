package dev.perennial.bootstrap.command.report;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How customers come back. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Shows how customers come back: as a table, or as CSV.",
        subcommands = {CohortsCommand.class, MonthlyCommand.class},
        footer = {"", "Examples:", "  perennial report cohorts", "  perennial report monthly --csv monthly.csv"})
public final class ReportCommand implements Runnable {

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say which report: cohorts or monthly");
    }
}
