package dev.perennial.grpc.loyalty;

import dev.perennial.contract.program.v1.SimulateProgramRequest;
import dev.perennial.grpc.program.ProgramChecks;
import dev.perennial.grpc.shared.Problems;
import dev.perennial.grpc.shared.SyntaxCheck;
import dev.perennial.grpc.shared.Times;
import java.util.List;

/** What the annotations of a simulation cannot say. */
public final class SimulationChecks {

    private static final String INVALID_TIMESTAMP = "is not a valid timestamp";

    private SimulationChecks() {}

    public static List<SyntaxCheck<?>> all() {
        return List.of(new SyntaxCheck<>(SimulateProgramRequest.class, SimulationChecks::check));
    }

    private static void check(SimulateProgramRequest request, Problems problems) {
        ProgramChecks.checkProgram(request.getProgram(), problems.at("program"));
        Problems from = problems.at("from");
        from.require(request.hasFrom(), "must be set");
        from.require(!request.hasFrom() || Times.isValid(request.getFrom()), INVALID_TIMESTAMP);
        problems.at("to").require(!request.hasTo() || Times.isValid(request.getTo()), INVALID_TIMESTAMP);
    }
}
