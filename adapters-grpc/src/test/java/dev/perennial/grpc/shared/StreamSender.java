package dev.perennial.grpc.shared;

import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * Sends requests over one stream and waits for its end.
 *
 * @param call opens the stream
 */
public record StreamSender<Q, R>(Function<StreamObserver<R>, StreamObserver<Q>> call) {

    @SafeVarargs
    public final List<R> sends(Q... requests) {
        CompletableFuture<List<R>> ended = new CompletableFuture<>();
        List<R> replies = new ArrayList<>();
        StreamObserver<Q> stream = call.apply(new StreamObserver<>() {
            @Override
            public void onNext(R reply) {
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
        for (Q request : requests) {
            stream.onNext(request);
        }
        stream.onCompleted();
        try {
            return ended.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof StatusRuntimeException refused ? refused : failed;
        }
    }
}
