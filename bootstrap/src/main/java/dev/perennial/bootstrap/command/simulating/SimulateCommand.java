package dev.perennial.bootstrap.command.simulating;

import dev.perennial.bootstrap.command.client.ApiClient;
import dev.perennial.bootstrap.command.client.ClientOptions;
import dev.perennial.bootstrap.command.client.CommandFailure;
import dev.perennial.bootstrap.command.client.Progress;
import dev.perennial.bootstrap.command.client.Terminal;
import dev.perennial.bootstrap.command.program.ProgramSource;
import dev.perennial.contract.program.v1.Program;
import dev.perennial.contract.program.v1.SimulateProgramRequest;
import dev.perennial.contract.program.v1.SimulateProgramResponse;
import dev.perennial.contract.program.v1.SimulationProgress;
import dev.perennial.contract.program.v1.SimulationReport;
import io.grpc.StatusRuntimeException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what would have been, had another program been in force. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Decides the past once more in memory under the program in a JSON file, and shows what would have been.",
            "Without a file and a version it shows how far the past can be decided once more. Nothing is written."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:Simulated.",
            "1:Failure.",
            "2:Simulated, but some members did not end again in what is stored: see the last lines."
        },
        footer = {
            "",
            "Examples:",
            "  perennial simulate my-shop.json --from 2026-01-01",
            "  perennial simulate --version 3 --from 2026-01-01 --to 2026-04-01 --sample 10"
        })
public final class SimulateCommand implements Callable<Integer> {

    private static final int SOME_DIFFER = 2;

    @Mixin
    ClientOptions client = new ClientOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "PROGRAM.json",
            description = "The JSON form of perennial.program.v1.Program.")
    @Nullable
    Path file;

    @Option(names = "--version", paramLabel = "NUMBER", description = "A version instead of a file.")
    @Nullable
    Integer version;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "DAY",
            description = "The first day, in the program's time zone, or a moment such as 2026-01-01T00:00:00Z.")
    String from = "";

    @Option(
            names = "--to",
            paramLabel = "DAY",
            description = "The day after the last one, or a moment; now if not given.")
    String to = "";

    @Option(names = "--sample", paramLabel = "PERCENT", defaultValue = "100", description = "How many of the members.")
    int sample = 100;

    @Option(
            names = "--unit",
            paramLabel = "ID",
            defaultValue = "",
            description = "The unit by which members are ranked.")
    String unit = "";

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Terminal terminal = Terminal.of(spec);
        if (file != null && version != null) {
            throw new CommandFailure("either a file or a version");
        }
        ProgramSource source = file == null ? null : ProgramSource.of(file, terminal);
        try (ApiClient api = client.connect()) {
            SimulationReport report = report(api, request(api, source), terminal);
            new SimulationTable(terminal).print(report);
            return report.getMembersDiffering() == 0 && report.getSkippedCount() == 0 ? 0 : SOME_DIFFER;
        } catch (StatusRuntimeException refused) {
            throw source == null ? refused : source.failure(refused);
        }
    }

    private SimulateProgramRequest request(ApiClient api, @Nullable ProgramSource source) {
        ZoneId zone =
                api.program().map(Program::getTimeZone).<ZoneId>map(ZoneId::of).orElse(ZoneOffset.UTC);
        SimulateProgramRequest.Builder request = SimulateProgramRequest.newBuilder()
                .setFrom(DayOrMoment.of("--from", from, zone))
                .setSamplePercent(sample)
                .setUnit(unit);
        if (!to.isEmpty()) {
            request.setTo(DayOrMoment.of("--to", to, zone));
        }
        if (source != null) {
            request.setProgram(source.program());
        } else if (version != null) {
            request.setVersion(version);
        }
        return request.build();
    }

    private static SimulationReport report(ApiClient api, SimulateProgramRequest request, Terminal terminal) {
        Iterator<SimulateProgramResponse> replies = api.simulations().simulateProgram(request);
        SimulateProgramResponse last = SimulateProgramResponse.getDefaultInstance();
        Progress shown = null;
        long done = 0;
        try {
            while (replies.hasNext()) {
                last = replies.next();
                SimulationProgress far = last.getProgress();
                shown = shown == null ? new Progress(terminal, "members", far.getMembers()) : shown;
                shown.add(Math.max(0, far.getMembersDone() - done));
                done = Math.max(done, far.getMembersDone());
            }
        } finally {
            if (shown != null) {
                shown.clear();
            }
        }
        return last.getReport();
    }
}
