package dev.perennial.grpc.member;

import dev.perennial.contract.member.v1.ImportMembersRequest;
import dev.perennial.contract.member.v1.ImportMembersResponse;
import dev.perennial.domain.shared.Problem;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import dev.perennial.grpc.shared.Failures;
import dev.perennial.grpc.shared.Refusals;
import dev.perennial.grpc.shared.StreamReplies;
import dev.perennial.grpc.shared.Validation;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One stream of members. Requests are decided one after the other, so that a report does not depend on chance. */
final class ImportStream implements StreamObserver<ImportMembersRequest> {

    /** One is being decided while the others are on their way. */
    private static final int OUTSTANDING_MAX = 3;

    private final StreamReplies<ImportMembersResponse> replies;
    private final Validation validation;
    private final Function<ImportMembersRequest, ImportRows> begin;
    private final Function<Throwable, StatusRuntimeException> failures;
    private final StreamObserver<ImportMembersResponse> observer;

    /** Null before the first request. */
    private @Nullable ImportRows rows;

    /** After a failure the rest of the stream is not looked at. */
    private volatile boolean over;

    private ImportStream(
            ServerCallStreamObserver<ImportMembersResponse> observer,
            Validation validation,
            Function<ImportMembersRequest, ImportRows> begin) {
        this.failures = Failures.ofCurrentCall().andThen(Failures::exception);
        this.replies = StreamReplies.to(observer, failures, OUTSTANDING_MAX);
        this.validation = validation;
        this.begin = begin;
        this.observer = observer;
    }

    static ImportStream open(
            ServerCallStreamObserver<ImportMembersResponse> observer,
            Validation validation,
            Function<ImportMembersRequest, ImportRows> begin) {
        return new ImportStream(observer, validation, begin);
    }

    @Override
    public void onNext(ImportMembersRequest request) {
        if (over) {
            return;
        }
        replies.expectOne();
        List<Problem> problems = validation.problems(request);
        if (!problems.isEmpty()) {
            fail(Failures.exception(Refusals.status(Refusal.invalid(problems))));
            return;
        }
        try {
            rows = rows == null ? begin.apply(request) : rows;
            switch (rows.decide(request)) {
                case Result.Ok<ImportMembersResponse>(ImportMembersResponse reply) -> replies.answer(reply);
                case Result.Refused<ImportMembersResponse>(Refusal refusal) ->
                    fail(Failures.exception(Refusals.status(refusal)));
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
