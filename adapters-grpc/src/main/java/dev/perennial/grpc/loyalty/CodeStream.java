package dev.perennial.grpc.loyalty;

import dev.perennial.application.loyalty.reward.CodeLists.Import;
import dev.perennial.contract.loyalty.v1.ImportVoucherCodesRequest;
import dev.perennial.contract.loyalty.v1.ImportVoucherCodesResponse;
import dev.perennial.contract.loyalty.v1.RefusedCode;
import dev.perennial.domain.shared.Problem;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.grpc.shared.Failures;
import dev.perennial.grpc.shared.Refusals;
import dev.perennial.grpc.shared.StreamReplies;
import dev.perennial.grpc.shared.Validation;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.function.Function;

/** One stream of codes. Requests are added one after the other, because the order of a list is that of its import. */
final class CodeStream implements StreamObserver<ImportVoucherCodesRequest> {

    /** One is being added while the others are on their way. */
    private static final int OUTSTANDING_MAX = 4;

    private final StreamReplies<ImportVoucherCodesResponse> replies;
    private final Validation validation;
    private final Function<ImportVoucherCodesRequest, Import> add;
    private final Function<Throwable, StatusRuntimeException> failures;
    private final StreamObserver<ImportVoucherCodesResponse> observer;

    /** After a failure the rest of the stream is not looked at. */
    private boolean failed;

    private CodeStream(
            ServerCallStreamObserver<ImportVoucherCodesResponse> observer,
            Validation validation,
            Function<ImportVoucherCodesRequest, Import> add) {
        this.failures = Failures.ofCurrentCall().andThen(Failures::exception);
        this.replies = StreamReplies.to(observer, failures, OUTSTANDING_MAX);
        this.validation = validation;
        this.add = add;
        this.observer = observer;
    }

    static CodeStream open(
            ServerCallStreamObserver<ImportVoucherCodesResponse> observer,
            Validation validation,
            Function<ImportVoucherCodesRequest, Import> add) {
        return new CodeStream(observer, validation, add);
    }

    @Override
    public void onNext(ImportVoucherCodesRequest request) {
        if (failed) {
            return;
        }
        replies.expectOne();
        List<Problem> problems = validation.problems(request);
        if (!problems.isEmpty()) {
            fail(Failures.exception(Refusals.status(Refusal.invalid(problems))));
            return;
        }
        try {
            replies.answer(reply(add.apply(request)));
        } catch (RuntimeException thrown) {
            fail(failures.apply(thrown));
        }
    }

    private void fail(StatusRuntimeException failure) {
        failed = true;
        replies.cancelled();
        observer.onError(failure);
    }

    private static ImportVoucherCodesResponse reply(Import imported) {
        return ImportVoucherCodesResponse.newBuilder()
                .setAdded(imported.added())
                .setKnown(imported.known())
                .addAllRefused(imported.refused().stream()
                        .map(refused -> RefusedCode.newBuilder()
                                .setIndex(refused.index())
                                .setReason(refused.reason())
                                .build())
                        .toList())
                .build();
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
