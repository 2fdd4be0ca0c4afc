package dev.perennial.grpc.shared;

import com.google.protobuf.Message;
import dev.perennial.domain.shared.Problem;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.function.Function;

/**
 * One stream of requests that are answered one after the other, each on the call's own thread. The first that is
 * malformed, refused or fails ends the stream.
 */
public final class RequestStream<Q extends Message, R> implements StreamObserver<Q> {

    private final StreamReplies<R> replies;
    private final Validation validation;
    private final Function<Q, Result<R>> answer;
    private final Function<Throwable, StatusRuntimeException> failures;
    private final StreamObserver<R> observer;

    /** After a failure the rest of the stream is not looked at. */
    private volatile boolean over;

    private RequestStream(
            ServerCallStreamObserver<R> observer, Validation validation, int window, Function<Q, Result<R>> answer) {
        this.failures = Failures.ofCurrentCall().andThen(Failures::exception);
        this.replies = StreamReplies.to(observer, failures, window);
        this.validation = validation;
        this.answer = answer;
        this.observer = observer;
    }

    /**
     * Begins to take requests in.
     *
     * @param window how many may be without an answer: one is being answered while the others are on their way
     */
    public static <Q extends Message, R> StreamObserver<Q> open(
            StreamObserver<R> observer, Validation validation, int window, Function<Q, Result<R>> answer) {
        return new RequestStream<>((ServerCallStreamObserver<R>) observer, validation, window, answer);
    }

    @Override
    public void onNext(Q request) {
        if (over) {
            return;
        }
        replies.expectOne();
        try {
            List<Problem> problems = validation.problems(request);
            switch (problems.isEmpty() ? answer.apply(request) : Result.<R>refused(Refusal.invalid(problems))) {
                case Result.Ok<R>(R reply) -> replies.answer(reply);
                case Result.Refused<R>(Refusal refusal) -> fail(Failures.exception(Refusals.status(refusal)));
            }
        } catch (RuntimeException thrown) {
            fail(failures.apply(thrown));
        }
    }

    private void fail(StatusRuntimeException failure) {
        over = true;
        replies.cancelled();
        observer.onError(failure);
    }

    @Override
    public void onCompleted() {
        replies.noMoreRequests();
    }

    @Override
    public void onError(Throwable cancelled) {
        over = true;
        replies.cancelled();
    }
}
