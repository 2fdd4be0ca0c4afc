package dev.perennial.grpc.sandbox;

import dev.perennial.application.sandbox.Observer;
import dev.perennial.application.sandbox.Progress;
import dev.perennial.application.sandbox.Sandboxes;
import dev.perennial.application.storage.TenantClock;
import dev.perennial.contract.sandbox.v1.AdvanceClockRequest;
import dev.perennial.contract.sandbox.v1.AdvanceClockResponse;
import dev.perennial.contract.sandbox.v1.GetClockRequest;
import dev.perennial.contract.sandbox.v1.GetClockResponse;
import dev.perennial.contract.sandbox.v1.SandboxServiceGrpc;
import dev.perennial.domain.shared.Result;
import dev.perennial.grpc.shared.Caller;
import dev.perennial.grpc.shared.Replies;
import dev.perennial.grpc.shared.Times;
import io.grpc.Context;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;

/** The clock of a sandbox. */
public final class SandboxGrpcService extends SandboxServiceGrpc.SandboxServiceImplBase {

    private final Sandboxes sandboxes;

    public SandboxGrpcService(Sandboxes sandboxes) {
        this.sandboxes = sandboxes;
    }

    @Override
    public void getClock(GetClockRequest request, StreamObserver<GetClockResponse> observer) {
        Replies.send(sandboxes.clock(Caller.tenant()).map(SandboxGrpcService::toProto), observer);
    }

    @Override
    public void advanceClock(AdvanceClockRequest request, StreamObserver<AdvanceClockResponse> observer) {
        var replies = (ServerCallStreamObserver<AdvanceClockResponse>) observer;
        // With a handler, sending to a caller who has gone is ignored instead of thrown.
        replies.setOnCancelHandler(() -> {});
        ProgressReplies progress = new ProgressReplies(replies);
        // Not the observer's word for it: that comes on the thread which is busy here.
        Context call = Context.current();
        Result<Progress> arrived = sandboxes.advance(
                Caller.tenant(), Times.toDomain(request.getTo()), new Observer(call::isCancelled, progress::tell));
        Replies.send(arrived.map(progress::toProto), observer);
    }

    private static GetClockResponse toProto(TenantClock clock) {
        return GetClockResponse.newBuilder()
                .setClock(Times.toProto(clock.now()))
                .setAdvancing(clock.moving())
                .build();
    }
}
