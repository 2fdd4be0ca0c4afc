package dev.perennial.bootstrap.command.report;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How customers come back, and what they are owed. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Shows how customers come back, and the books: as a table, or as CSV.",
        subcommands = {CohortsCommand.class, MonthlyCommand.class, JournalCommand.class},
        footer = {
            "",
            "Examples:",
            "  perennial report cohorts",
            "  perennial report monthly --csv monthly.csv",
            "  perennial report journal --from 2026-01-01 --to 2026-01-31 --csv journal.csv"
        })
public final class ReportCommand implements Runnable {

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say which report: cohorts, monthly or journal");
    }
}
