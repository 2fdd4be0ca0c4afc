package dev.perennial.grpc.activity;

import com.google.rpc.Status;
import dev.perennial.application.shared.Answer;
import dev.perennial.contract.activity.v1.Activity;
import dev.perennial.contract.activity.v1.RecordActivitiesRequest;
import dev.perennial.contract.activity.v1.RecordActivitiesResponse;
import dev.perennial.contract.activity.v1.RecordActivityResponse;
import dev.perennial.domain.shared.Problem;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import dev.perennial.grpc.shared.Failures;
import dev.perennial.grpc.shared.Refusals;
import dev.perennial.grpc.shared.Replies;
import dev.perennial.grpc.shared.StreamReplies;
import dev.perennial.grpc.shared.Validation;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** One stream of activities. Requests come one after the other; each is answered as soon as it is decided. */
final class ActivityStream implements StreamObserver<RecordActivitiesRequest> {

    /** How many requests one stream may have without an answer: enough to fill a transaction of each lane. */
    private static final int OUTSTANDING_MAX = 1_000;

    private final StreamReplies<RecordActivitiesResponse> replies;
    private final Validation validation;
    private final Function<Activity, CompletableFuture<Result<Answer>>> record;
    private final Function<Throwable, Status> failures;

    private ActivityStream(
            StreamReplies<RecordActivitiesResponse> replies,
            Validation validation,
            Function<Activity, CompletableFuture<Result<Answer>>> record,
            Function<Throwable, Status> failures) {
        this.replies = replies;
        this.validation = validation;
        this.record = record;
        this.failures = failures;
    }

    static ActivityStream open(
            ServerCallStreamObserver<RecordActivitiesResponse> observer,
            Validation validation,
            Function<Activity, CompletableFuture<Result<Answer>>> record) {
        Function<Throwable, Status> failures = Failures.ofCurrentCall();
        return new ActivityStream(
                StreamReplies.to(observer, failures.andThen(Failures::exception), OUTSTANDING_MAX),
                validation,
                record,
                failures);
    }

    @Override
    public void onNext(RecordActivitiesRequest request) {
        RecordActivitiesResponse.Builder reply = RecordActivitiesResponse.newBuilder()
                .setSource(request.getActivity().getSource())
                .setExternalId(request.getActivity().getExternalId());
        replies.expectOne();
        var _ = decide(request)
                .thenApply(result -> put(result, reply))
                .exceptionally(thrown -> reply.setError(failures.apply(thrown)))
                .thenAccept(answer -> replies.answer(answer.build()));
    }

    private CompletableFuture<Result<Answer>> decide(RecordActivitiesRequest request) {
        try {
            List<Problem> problems = validation.problems(request);
            return problems.isEmpty()
                    ? record.apply(request.getActivity())
                    : CompletableFuture.completedFuture(Result.refused(Refusal.invalid(problems)));
        } catch (RuntimeException thrown) { // one request's accident must not end the others' stream
            return CompletableFuture.failedFuture(thrown);
        }
    }

    private static RecordActivitiesResponse.Builder put(Result<Answer> result, RecordActivitiesResponse.Builder reply) {
        return switch (result) {
            case Result.Ok<Answer>(Answer answer) ->
                reply.setReplayed(answer.replayed())
                        .setConsequences(Replies.parse(answer.reply(), RecordActivityResponse.parser())
                                .getConsequences());
            case Result.Refused<Answer>(Refusal refusal) -> reply.setError(Refusals.status(refusal));
        };
    }

    @Override
    public void onCompleted() {
        replies.noMoreRequests();
    }

    @Override
    public void onError(Throwable cancelled) {
        replies.cancelled();
    }
}
