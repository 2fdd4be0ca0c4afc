package dev.perennial.bootstrap.story;

import dev.perennial.contract.ledger.v1.AdjustInBulkRequest;
import dev.perennial.contract.ledger.v1.AdjustInBulkResponse;
import dev.perennial.contract.ledger.v1.BulkAdjustmentServiceGrpc;
import dev.perennial.contract.ledger.v1.BulkHeader;
import dev.perennial.contract.ledger.v1.BulkLine;
import dev.perennial.contract.ledger.v1.BulkLines;
import dev.perennial.contract.ledger.v1.BulkReport;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A bulk of corrections of points. */
record BulkSending(Shop shop, String id, String actor, List<BulkLine> lines) {

    /** What a shop was told of it. */
    record Told(List<String> refused, BulkReport report) {}

    static BulkLine line(int number, String member, long amount) {
        return BulkLine.newBuilder()
                .setLineNumber(number)
                .setMemberId(member)
                .setUnit("points")
                .setAmount(amount)
                .build();
    }

    Told carriedOut() {
        return told(sends(false));
    }

    Told triedOut() {
        return told(sends(true));
    }

    private static Told told(List<AdjustInBulkResponse> replies) {
        List<String> refused = replies.stream()
                .filter(AdjustInBulkResponse::hasRefused)
                .map(reply -> reply.getRefused().getLineNumber() + " "
                        + reply.getRefused().getReason())
                .toList();
        return new Told(refused, replies.getLast().getReport());
    }

    private List<AdjustInBulkResponse> sends(boolean dryRun) {
        CompletableFuture<List<AdjustInBulkResponse>> ended = new CompletableFuture<>();
        List<AdjustInBulkResponse> replies = new ArrayList<>();
        StreamObserver<AdjustInBulkRequest> stream = BulkAdjustmentServiceGrpc.newStub(shop.channel)
                .adjustInBulk(new StreamObserver<>() {
                    @Override
                    public void onNext(AdjustInBulkResponse reply) {
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
        stream.onNext(AdjustInBulkRequest.newBuilder()
                .setHeader(BulkHeader.newBuilder()
                        .setBulkId(id)
                        .setActor(actor)
                        .setReason("the spring campaign")
                        .setDryRun(dryRun))
                .build());
        for (int from = 0; from < lines.size(); from += 1_000) {
            stream.onNext(AdjustInBulkRequest.newBuilder()
                    .setLines(BulkLines.newBuilder()
                            .addAllLines(lines.subList(from, Math.min(lines.size(), from + 1_000))))
                    .build());
        }
        stream.onCompleted();
        try {
            return ended.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException why ? why : failed;
        }
    }
}
