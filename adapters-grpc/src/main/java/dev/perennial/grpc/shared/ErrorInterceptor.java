package dev.perennial.grpc.shared;

import com.google.rpc.Code;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.Map;
import java.util.Objects;

/**
 * Keeps every error in the one error model, also those that the gRPC library makes by itself, and turns whatever is
 * thrown into one of them.
 */
public final class ErrorInterceptor implements ServerInterceptor {

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        Exchange exchange = Exchange.current();
        Uniform<Q, R> uniform = new Uniform<>(call, exchange);
        try {
            return new GuardedListener<>(next.startCall(uniform, headers), uniform, exchange);
        } catch (RuntimeException thrown) {
            return Refusing.close(uniform, Failures.status(thrown, exchange));
        }
    }

    /** A call that is closed once, and with an ErrorInfo unless it went well. */
    private static final class Uniform<Q, R> extends SimpleForwardingServerCall<Q, R> {

        private final Exchange exchange;
        private boolean closed;

        Uniform(ServerCall<Q, R> call, Exchange exchange) {
            super(call);
            this.exchange = exchange;
        }

        @Override
        public void close(Status status, Metadata trailers) {
            synchronized (this) {
                if (closed) {
                    return;
                }
                closed = true;
            }
            if (status.isOk() || trailers.containsKey(MetadataKeys.STATUS_DETAILS)) {
                super.close(status, trailers);
                return;
            }
            StatusRuntimeException exception = StatusProto.toStatusRuntimeException(explained(status, exchange));
            super.close(exception.getStatus(), Objects.requireNonNullElseGet(exception.getTrailers(), Metadata::new));
        }

        /** The library's own messages can name its classes, so only the code is kept. */
        private static com.google.rpc.Status explained(Status status, Exchange exchange) {
            Code code = Objects.requireNonNull(Code.forNumber(status.getCode().value()));
            return switch (code) {
                case INTERNAL, UNKNOWN -> Failures.internal(exchange);
                default ->
                    Refusals.status(code, code.name(), "The call could not be served.", Map.of())
                            .build();
            };
        }
    }
}
