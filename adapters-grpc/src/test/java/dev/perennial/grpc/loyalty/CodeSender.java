package dev.perennial.grpc.loyalty;

import dev.perennial.contract.loyalty.v1.ImportVoucherCodesRequest;
import dev.perennial.contract.loyalty.v1.ImportVoucherCodesResponse;
import dev.perennial.contract.loyalty.v1.VoucherServiceGrpc;
import dev.perennial.grpc.shared.Edge;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Sends codes over one stream and waits for its end. */
record CodeSender(Edge edge, String key) {

    List<ImportVoucherCodesResponse> sends(ImportVoucherCodesRequest... requests) {
        CompletableFuture<List<ImportVoucherCodesResponse>> ended = new CompletableFuture<>();
        List<ImportVoucherCodesResponse> replies = new ArrayList<>();
        StreamObserver<ImportVoucherCodesRequest> stream = edge.as(key, VoucherServiceGrpc::newStub)
                .importVoucherCodes(new StreamObserver<>() {
                    @Override
                    public void onNext(ImportVoucherCodesResponse reply) {
                        replies.add(reply);
                    }

                    @Override
                    public void onError(Throwable failure) {
                        ended.completeExceptionally(failure);
                    }

                    @Override
                    public void onCompleted() {
                        ended.complete(replies);
                    }
                });
        List.of(requests).forEach(stream::onNext);
        stream.onCompleted();
        try {
            return ended.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof StatusRuntimeException refused ? refused : failed;
        }
    }
}
