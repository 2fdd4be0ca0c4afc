package dev.perennial.grpc.shared;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import dev.perennial.application.shared.Answer;
import dev.perennial.application.shared.Payload;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;

/** Sends what a use case came to. */
public final class Replies {

    private Replies() {}

    /** Sends the value, or the refusal as an error. */
    public static <T> void send(Result<T> result, StreamObserver<T> observer) {
        switch (result) {
            case Result.Ok<T>(T value) -> {
                observer.onNext(value);
                observer.onCompleted();
            }
            case Result.Refused<T>(Refusal refusal) -> observer.onError(Failures.exception(Refusals.status(refusal)));
        }
    }

    /** Sends the stored reply, marked when it is a repetition. */
    public static <T> void send(Result<Answer> result, Parser<T> parser, StreamObserver<T> observer) {
        send(result, parser, observer, Exchange.current());
    }

    /** Sends the stored reply as soon as it is there. To be called on the thread that the call came in on. */
    public static <T> void send(
            CompletableFuture<Result<Answer>> pending, Parser<T> parser, StreamObserver<T> observer) {
        Exchange exchange = Exchange.current();
        // With a handler, sending to a caller who has gone is ignored instead of thrown: the effect stands anyway.
        ((ServerCallStreamObserver<T>) observer).setOnCancelHandler(() -> {});
        var _ = pending.thenAccept(result -> send(result, parser, observer, exchange))
                .exceptionally(thrown -> {
                    observer.onError(Failures.exception(Failures.status(thrown, exchange)));
                    return null;
                });
    }

    private static <T> void send(
            Result<Answer> result, Parser<T> parser, StreamObserver<T> observer, Exchange exchange) {
        send(
                result.map(answer -> {
                    if (answer.replayed()) {
                        exchange.markReplayed();
                    }
                    return parse(answer.reply(), parser);
                }),
                observer);
    }

    /** The message whose bytes were stored. */
    public static <T> T parse(Payload reply, Parser<T> parser) {
        try {
            return parser.parseFrom(reply.bytes());
        } catch (InvalidProtocolBufferException corrupt) {
            throw new IllegalStateException("a stored reply cannot be read", corrupt);
        }
    }

    /** The bytes to store for a reply. */
    public static Payload payload(MessageLite reply) {
        return new Payload(reply.toByteArray());
    }
}
