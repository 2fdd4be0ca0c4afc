package dev.perennial.bootstrap.story;

import dev.perennial.contract.loyalty.v1.GetCodeListRequest;
import dev.perennial.contract.loyalty.v1.GetCodeListResponse;
import dev.perennial.contract.loyalty.v1.ImportVoucherCodesRequest;
import dev.perennial.contract.loyalty.v1.ImportVoucherCodesResponse;
import dev.perennial.contract.loyalty.v1.VoucherServiceGrpc;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Imports codes into a list of a shop. */
record CodeImport(Shop shop, String list) {

    /** Each argument is a request of its own; all of them go over one stream. */
    @SafeVarargs
    final List<ImportVoucherCodesResponse> sends(List<String>... requests) {
        CompletableFuture<List<ImportVoucherCodesResponse>> ended = new CompletableFuture<>();
        List<ImportVoucherCodesResponse> replies = new ArrayList<>();
        StreamObserver<ImportVoucherCodesRequest> stream = VoucherServiceGrpc.newStub(shop.channel)
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
        for (List<String> codes : requests) {
            stream.onNext(ImportVoucherCodesRequest.newBuilder()
                    .setList(list)
                    .addAllCodes(codes)
                    .build());
        }
        stream.onCompleted();
        return ended.join();
    }

    /** What the list has had, what members have of it, and what is left. */
    List<Long> counts() {
        GetCodeListResponse found = shop.vouchers.getCodeList(
                GetCodeListRequest.newBuilder().setList(list).build());
        return List.of(found.getImported(), found.getTaken(), found.getLeft());
    }
}
