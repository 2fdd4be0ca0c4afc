package dev.perennial.grpc.shared;

import io.grpc.HandlerRegistry;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.util.List;
import java.util.function.Supplier;

/** Several interceptors as one, in the one order in which they work. */
public final class Interceptors implements ServerInterceptor {

    private final List<ServerInterceptor> innermostFirst;

    private Interceptors(List<ServerInterceptor> outermostFirst) {
        this.innermostFirst = outermostFirst.reversed();
    }

    /**
     * For every service: every reply has an id, every error is in the error model, and nothing is looked at for a
     * caller who is not known or no longer waits. Whatever measures calls belongs around it, so that it sees how they
     * end.
     *
     * @param correlationIds makes an id for a call that brought none
     */
    public static ServerInterceptor all(Supplier<String> correlationIds, KnownKeys keys) {
        return new Interceptors(List.of(
                new CorrelationInterceptor(correlationIds),
                new ErrorInterceptor(),
                new DeadlineInterceptor(),
                new AuthenticationInterceptor(keys)));
    }

    /** For calls of methods that no service has: they end as every other refused call does. */
    public static HandlerRegistry unknownMethods(Supplier<String> correlationIds) {
        return new UnknownMethods(
                new Interceptors(List.of(new CorrelationInterceptor(correlationIds), new ErrorInterceptor())));
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        ServerCallHandler<Q, R> handler = next;
        for (ServerInterceptor interceptor : innermostFirst) {
            ServerCallHandler<Q, R> inner = handler;
            handler = (outer, outerHeaders) -> interceptor.interceptCall(outer, outerHeaders, inner);
        }
        return handler.startCall(call, headers);
    }
}
