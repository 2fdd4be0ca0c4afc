package dev.perennial.bootstrap.command.program;

import dev.perennial.bootstrap.command.client.ApiClient;
import dev.perennial.bootstrap.command.client.ApiError;
import dev.perennial.bootstrap.command.client.ClientOptions;
import dev.perennial.bootstrap.command.client.CommandFailure;
import dev.perennial.bootstrap.command.client.Terminal;
import dev.perennial.contract.program.v1.PlanProgramResponse;
import dev.perennial.contract.program.v1.ProgramVersion;
import io.grpc.StatusRuntimeException;
import java.nio.file.Path;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a program in a JSON file the tenant's next version. */
@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        description = {
            "Applies the program in a JSON file, after showing how it differs from the current version.",
            "An unchanged program is not applied again."
        },
        footer = {
            "",
            "Examples:",
            "  perennial apply --plan examples/programs/coffee-shop.json",
            "  perennial apply examples/programs/coffee-shop.json --note \"double points on beans\""
        })
public final class ApplyCommand implements Runnable {

    @Mixin
    ClientOptions client = new ClientOptions();

    @Parameters(paramLabel = "PROGRAM.json", description = "The JSON form of perennial.program.v1.Program.")
    Path file = Path.of("program.json");

    @Option(names = "--plan", description = "Only check it and show the differences.")
    boolean planOnly;

    @Option(names = "--note", paramLabel = "TEXT", defaultValue = "", description = "Why, for the list of versions.")
    String note = "";

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        Terminal terminal = Terminal.of(spec);
        ReadProgram read = ProgramFile.read(ProgramSource.content(file));
        ProgramProblems problems = new ProgramProblems(file.toString(), read, terminal.err());
        problems.structural();
        if (!read.problems().isEmpty()) {
            throw new CommandFailure(
                    file + " was not applied: " + counted(read.problems().size()));
        }
        try (ApiClient api = client.connect()) {
            apply(new ProgramApplication(api), read, problems, terminal);
        } catch (StatusRuntimeException e) {
            ApiError error = ApiError.of(e);
            if (error.violations().isEmpty()) {
                throw e;
            }
            problems.violations(error.violations());
            throw new CommandFailure(
                    file + " was not applied: " + counted(error.violations().size()), e);
        }
    }

    private void apply(ProgramApplication application, ReadProgram read, ProgramProblems problems, Terminal terminal) {
        PlanProgramResponse plan = application.plan(read.program());
        problems.found(plan.getProblemsList());
        if (plan.getProblemsCount() > 0) {
            throw new CommandFailure(file + " was not applied: " + counted(plan.getProblemsCount()));
        }
        if (plan.getWarningsCount() > 0) {
            terminal.err().println(terminal.yellow("warnings:"));
            problems.found(plan.getWarningsList());
        }
        if (plan.getChangesCount() == 0 && plan.getNewestVersion() > 0) {
            terminal.say("unchanged: it is what version " + plan.getNewestVersion() + " says");
            return;
        }
        new ProgramChanges(terminal).print(plan.getChangesList());
        plan.getOverlapsList()
                .forEach(overlap -> terminal.say("both grant " + overlap.getUnit() + ": " + overlap.getRuleId()
                        + " whenever it does, and " + overlap.getWithinRuleId() + " for the same facts"));
        if (planOnly) {
            terminal.say("planned: it would become version " + (plan.getNewestVersion() + 1)
                    + plannedAgain(plan.getMembersToPlan(), "would be"));
            return;
        }
        ProgramVersion version = application.apply(read.program(), plan.getNewestVersion(), note);
        Instant effectiveAt = Instant.ofEpochSecond(version.getEffectiveAt().getSeconds());
        terminal.say("applied: version " + version.getNumber() + ", in force from " + effectiveAt
                + plannedAgain(plan.getMembersToPlan(), "are"));
    }

    private static String plannedAgain(long members, String are) {
        return members == 0
                ? ""
                : "; " + (members == 1 ? "1 member" : members + " members") + " " + are
                        + " planned again in the background";
    }

    private static String counted(int problems) {
        return problems == 1 ? "1 problem" : problems + " problems";
    }
}
