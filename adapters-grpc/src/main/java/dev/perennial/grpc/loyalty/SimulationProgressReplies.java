package dev.perennial.grpc.loyalty;

import dev.perennial.application.loyalty.simulation.Watcher.Reached;
import dev.perennial.contract.program.v1.SimulateProgramResponse;
import dev.perennial.contract.program.v1.SimulationProgress;
import dev.perennial.grpc.shared.Times;
import io.grpc.stub.ServerCallStreamObserver;
import java.time.Duration;

/** Tells a caller how far its simulation is: about once a second, and not while the caller does not read. */
final class SimulationProgressReplies {

    private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();
    private static final double NANOS_PER_SECOND = 1e9;

    private final ServerCallStreamObserver<SimulateProgramResponse> observer;
    private final long begun = System.nanoTime();
    private long told = begun;

    SimulationProgressReplies(ServerCallStreamObserver<SimulateProgramResponse> observer) {
        this.observer = observer;
    }

    void tell(Reached reached) {
        long now = System.nanoTime();
        if (now - told >= PAUSE_NANOS && observer.isReady()) {
            told = now;
            observer.onNext(SimulateProgramResponse.newBuilder()
                    .setProgress(progress(reached, (now - begun) / NANOS_PER_SECOND))
                    .build());
        }
    }

    /** @param seconds since it began, more than 0 */
    static SimulationProgress progress(Reached reached, double seconds) {
        double rate = reached.members() / seconds;
        SimulationProgress.Builder progress = SimulationProgress.newBuilder()
                .setMembersDone(reached.members())
                .setMembers(reached.total())
                .setMembersPerSecond(rate);
        if (rate > 0) {
            long left = Math.round((reached.total() - reached.members()) / rate);
            progress.setTimeLeft(Times.toProto(Duration.ofSeconds(left)));
        }
        return progress.build();
    }
}
