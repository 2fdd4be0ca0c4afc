package dev.perennial.grpc.loyalty;

import dev.perennial.application.loyalty.simulation.ProgramSimulations;
import dev.perennial.application.loyalty.simulation.Simulation;
import dev.perennial.application.loyalty.simulation.SimulationReport;
import dev.perennial.application.loyalty.simulation.Watcher;
import dev.perennial.application.program.ApplyProgram.Source;
import dev.perennial.contract.program.v1.SimulateProgramRequest;
import dev.perennial.contract.program.v1.SimulateProgramResponse;
import dev.perennial.contract.program.v1.SimulationServiceGrpc;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.UnitId;
import dev.perennial.grpc.program.DocumentReader;
import dev.perennial.grpc.program.PlanPaths;
import dev.perennial.grpc.shared.Caller;
import dev.perennial.grpc.shared.Replies;
import dev.perennial.grpc.shared.Times;
import io.grpc.Context;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.Optional;

/** What would have been, had another program been in force. */
public final class SimulationGrpcService extends SimulationServiceGrpc.SimulationServiceImplBase {

    private static final int ALL = 100;

    private final ProgramSimulations simulations;

    public SimulationGrpcService(ProgramSimulations simulations) {
        this.simulations = simulations;
    }

    @Override
    public void simulateProgram(SimulateProgramRequest request, StreamObserver<SimulateProgramResponse> observer) {
        var replies = (ServerCallStreamObserver<SimulateProgramResponse>) observer;
        // With a handler, sending to a caller who has gone is ignored instead of thrown.
        replies.setOnCancelHandler(() -> {});
        SimulationProgressReplies progress = new SimulationProgressReplies(replies);
        // Not the observer's word for it: that comes on the thread which is busy here.
        Context call = Context.current();
        Result<SimulationReport> report = simulations.simulate(
                Caller.tenant(), simulation(request), new Watcher(call::isCancelled, progress::tell));
        Replies.send(PlanPaths.inRequest(report).map(SimulationTranslator::toProto), observer);
    }

    private static Simulation simulation(SimulateProgramRequest request) {
        Optional<Source> source = switch (request.getProposedCase()) {
            case PROGRAM -> Optional.of(new Source.Written(DocumentReader.read(request.getProgram())));
            case VERSION -> Optional.of(new Source.Earlier(request.getVersion()));
            case PROPOSED_NOT_SET -> Optional.empty();
        };
        return new Simulation(
                source,
                Times.toDomain(request.getFrom()),
                request.hasTo() ? Optional.of(Times.toDomain(request.getTo())) : Optional.empty(),
                request.getSamplePercent() == 0 ? ALL : request.getSamplePercent(),
                request.getUnit().isEmpty() ? Optional.empty() : Optional.of(new UnitId(request.getUnit())));
    }
}
