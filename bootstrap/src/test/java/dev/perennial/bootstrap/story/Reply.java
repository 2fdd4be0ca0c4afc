package dev.perennial.bootstrap.story;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import dev.perennial.bootstrap.command.client.ApiError;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.AbstractStub;
import io.grpc.stub.MetadataUtils;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

/** A reply, and whether it is the first one again. */
public record Reply<R extends MessageLite>(R message, boolean replayed) {

    private static final Metadata.Key<String> REPLAYED =
            Metadata.Key.of("perennial-replayed", Metadata.ASCII_STRING_MARSHALLER);

    static <S extends AbstractStub<S>, R extends MessageLite> Reply<R> of(S stub, Function<S, R> call) {
        AtomicReference<Metadata> headers = new AtomicReference<>();
        AtomicReference<Metadata> trailers = new AtomicReference<>();
        R message = call.apply(stub.withInterceptors(MetadataUtils.newCaptureMetadataInterceptor(headers, trailers)));
        return new Reply<>(message, "true".equals(headers.get().get(REPLAYED)));
    }

    ByteString bytes() {
        return message.toByteString();
    }

    /** The refusal of a call that must not succeed, such as {@code ABORTED ETAG_MISMATCH}. */
    public static String refusalOf(Supplier<?> call) {
        Object reply;
        try {
            reply = call.get();
        } catch (StatusRuntimeException failure) {
            ApiError refusal = ApiError.of(failure);
            return refusal.code() + " " + refusal.reason();
        }
        throw new AssertionError("was not refused but answered with " + reply);
    }
}
