package dev.perennial.grpc.activity;

import io.grpc.stub.ServerCallStreamObserver;

/**
 * The replies of a stream and the requests that it takes in return: one more request for each reply, and none while the
 * caller does not read. So neither side's memory grows with the length of the stream.
 */
final class StreamReplies<R> {

    private final ServerCallStreamObserver<R> observer;
    private int unanswered;

    /** How many requests may be taken in as soon as the caller reads. */
    private int owed;

    private boolean requestsEnded;
    private boolean over;

    private StreamReplies(ServerCallStreamObserver<R> observer) {
        this.observer = observer;
    }

    /** @param window how many requests may be without an answer */
    static <R> StreamReplies<R> to(ServerCallStreamObserver<R> observer, int window) {
        StreamReplies<R> replies = new StreamReplies<>(observer);
        observer.disableAutoRequest();
        observer.setOnReadyHandler(replies::takeMore);
        observer.setOnCancelHandler(replies::cancelled);
        observer.request(window);
        return replies;
    }

    synchronized void expectOne() {
        unanswered++;
    }

    /** Sends a reply; from any thread. */
    synchronized void answer(R reply) {
        unanswered--;
        owed++;
        if (!over) {
            observer.onNext(reply);
            takeMore();
            endWhenAnswered();
        }
    }

    synchronized void noMoreRequests() {
        requestsEnded = true;
        endWhenAnswered();
    }

    synchronized void cancelled() {
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
