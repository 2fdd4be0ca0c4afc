package dev.perennial.grpc.shared;

import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import java.util.function.Function;

/**
 * The replies of a stream and the requests that it takes in return: one more request for each reply, and none while the
 * caller does not read. So neither side's memory grows with the length of the stream.
 */
public final class StreamReplies<R> {

    private final ServerCallStreamObserver<R> observer;
    private final Function<Throwable, StatusRuntimeException> failures;
    private int unanswered;

    /** How many requests may be taken in as soon as the caller reads. */
    private int owed;

    private boolean requestsEnded;
    private boolean over;

    private StreamReplies(ServerCallStreamObserver<R> observer, Function<Throwable, StatusRuntimeException> failures) {
        this.observer = observer;
        this.failures = failures;
    }

    /**
     * @param failures what the caller gets to see of a failure that ends the stream
     * @param window how many requests may be without an answer
     */
    public static <R> StreamReplies<R> to(
            ServerCallStreamObserver<R> observer, Function<Throwable, StatusRuntimeException> failures, int window) {
        StreamReplies<R> replies = new StreamReplies<>(observer, failures);
        observer.disableAutoRequest();
        observer.setOnReadyHandler(replies::takeMore);
        observer.setOnCancelHandler(replies::cancelled);
        observer.request(window);
        return replies;
    }

    public synchronized void expectOne() {
        unanswered++;
    }

    /** Sends a reply; from any thread. A stream that cannot carry it ends: its caller would wait for it for ever. */
    public synchronized void answer(R reply) {
        unanswered--;
        owed++;
        if (over) {
            return;
        }
        try {
            observer.onNext(reply);
            takeMore();
            endWhenAnswered();
        } catch (RuntimeException unsendable) {
            over = true;
            observer.onError(failures.apply(unsendable));
        }
    }

    public synchronized void noMoreRequests() {
        requestsEnded = true;
        endWhenAnswered();
    }

    public synchronized void cancelled() {
        over = true;
    }

    private synchronized void takeMore() {
        if (!over && !requestsEnded && observer.isReady() && owed > 0) {
            observer.request(owed);
            owed = 0;
        }
    }

    private void endWhenAnswered() {
        if (requestsEnded && unanswered == 0 && !over) {
            over = true;
            observer.onCompleted();
        }
    }
}
