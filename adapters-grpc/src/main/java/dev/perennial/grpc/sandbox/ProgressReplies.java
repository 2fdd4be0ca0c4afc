package dev.perennial.grpc.sandbox;

import dev.perennial.application.sandbox.Progress;
import dev.perennial.contract.sandbox.v1.AdvanceClockResponse;
import dev.perennial.grpc.shared.Times;
import io.grpc.stub.ServerCallStreamObserver;
import java.time.Duration;

/** Tells a caller how far its call has come: about once a second, and not while the caller does not read. */
final class ProgressReplies {

    private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();
    private static final double NANOS_PER_SECOND = 1e9;

    private final ServerCallStreamObserver<AdvanceClockResponse> observer;
    private final long begun = System.nanoTime();
    private long told = begun;

    ProgressReplies(ServerCallStreamObserver<AdvanceClockResponse> observer) {
        this.observer = observer;
    }

    void tell(Progress progress) {
        long now = System.nanoTime();
        if (now - told >= PAUSE_NANOS && observer.isReady()) {
            told = now;
            observer.onNext(toProto(progress));
        }
    }

    AdvanceClockResponse toProto(Progress progress) {
        double seconds = (System.nanoTime() - begun) / NANOS_PER_SECOND;
        return AdvanceClockResponse.newBuilder()
                .setClock(Times.toProto(progress.clock()))
                .setDueMoments(progress.moments())
                .setMembersAdvanced(progress.members())
                .setMembersPerSecond(seconds > 0 ? progress.members() / seconds : 0)
                .build();
    }
}
