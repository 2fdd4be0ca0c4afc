package dev.perennial.grpc.member;

import dev.perennial.contract.member.v1.ImportMembersRequest;
import dev.perennial.contract.member.v1.ImportMembersResponse;
import dev.perennial.contract.member.v1.MigrationServiceGrpc;
import dev.perennial.grpc.shared.Edge;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Sends members over one stream and waits for its end. */
record MemberSender(Edge edge, String key) {

    List<ImportMembersResponse> sends(ImportMembersRequest... requests) {
        CompletableFuture<List<ImportMembersResponse>> ended = new CompletableFuture<>();
        List<ImportMembersResponse> replies = new ArrayList<>();
        StreamObserver<ImportMembersRequest> stream = edge.as(key, MigrationServiceGrpc::newStub)
                .importMembers(new StreamObserver<>() {
                    @Override
                    public void onNext(ImportMembersResponse reply) {
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
