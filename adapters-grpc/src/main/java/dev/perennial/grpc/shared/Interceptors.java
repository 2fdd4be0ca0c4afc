package dev.perennial.grpc.shared;

import io.grpc.ServerInterceptor;
import java.util.List;
import java.util.function.Supplier;

/** The interceptors in the one order in which they work. */
public final class Interceptors {

    private Interceptors() {}

    /**
     * Outermost first: every reply has an id, every error is in the error model, and nothing is looked at for a caller who
     * is not known or no longer waits.
     *
     * @param correlationIds makes an id for a call that brought none
     */
    public static List<ServerInterceptor> outermostFirst(
            Supplier<String> correlationIds, KnownKeys keys, Validation validation) {
        return List.of(
                new CorrelationInterceptor(correlationIds),
                new ErrorInterceptor(),
                new DeadlineInterceptor(),
                new AuthenticationInterceptor(keys),
                new ValidationInterceptor(validation));
    }
}
