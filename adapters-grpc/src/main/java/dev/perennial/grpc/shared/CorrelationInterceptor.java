package dev.perennial.grpc.shared;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gives each call an id that its logs carry and its reply's trailers return, errors included: the caller's own
 * {@code x-request-id} if it is 1 to 128 printable ASCII characters, otherwise a new one.
 */
public final class CorrelationInterceptor implements ServerInterceptor {

    private static final Pattern PRINTABLE = Pattern.compile("[!-~][ -~]{0,127}");

    private final Supplier<String> ids;

    public CorrelationInterceptor(Supplier<String> ids) {
        this.ids = ids;
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        Exchange exchange = new Exchange(correlationId(headers.get(MetadataKeys.CORRELATION_ID)));
        Context context = exchange.in(Context.current());
        try (var _ = Correlation.of(exchange)) {
            return new CorrelatedListener<>(
                    exchange, Contexts.interceptCall(context, new Marking<>(call, exchange), headers, next));
        }
    }

    private String correlationId(@Nullable String fromCaller) {
        return fromCaller != null && PRINTABLE.matcher(fromCaller).matches() ? fromCaller : ids.get();
    }

    /** Says in the reply's metadata what the exchange knows. */
    private static final class Marking<Q, R> extends SimpleForwardingServerCall<Q, R> {

        private final Exchange exchange;

        Marking(ServerCall<Q, R> call, Exchange exchange) {
            super(call);
            this.exchange = exchange;
        }

        @Override
        public void sendHeaders(Metadata headers) {
            if (exchange.replayed()) {
                headers.put(MetadataKeys.REPLAYED, "true");
            }
            super.sendHeaders(headers);
        }

        @Override
        public void close(Status status, Metadata trailers) {
            trailers.put(MetadataKeys.CORRELATION_ID, exchange.correlationId());
            super.close(status, trailers);
        }
    }
}
