package dev.perennial.bootstrap.command.sending;

import dev.perennial.contract.activity.v1.RecordActivitiesRequest;
import dev.perennial.contract.activity.v1.RecordActivitiesResponse;
import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Queues what one stream tells. Each stream has a queue of its own, so that the last words of a broken one are never
 * taken for those of its successor.
 */
final class SignalObserver implements ClientResponseObserver<RecordActivitiesRequest, RecordActivitiesResponse> {

    /** Bounded by the facts in flight, each of which has at most one reply. */
    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();

    BlockingQueue<Signal> signals() {
        return signals;
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<RecordActivitiesRequest> requests) {
        requests.setOnReadyHandler(() -> signals.add(new Signal.Ready()));
    }

    @Override
    public void onNext(RecordActivitiesResponse response) {
        signals.add(new Signal.Reply(response));
    }

    @Override
    public void onError(Throwable failure) {
        signals.add(new Signal.Ended(Status.fromThrowable(failure)));
    }

    @Override
    public void onCompleted() {
        signals.add(new Signal.Ended(Status.OK));
    }
}
