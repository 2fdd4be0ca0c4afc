package dev.perennial.grpc.shared;

import org.slf4j.MDC;

/** While open, what this thread logs carries the call's id. */
final class Correlation implements AutoCloseable {

    static final String LOGGED_AS = "correlation_id";

    private Correlation() {}

    static Correlation of(Exchange exchange) {
        MDC.put(LOGGED_AS, exchange.correlationId());
        return new Correlation();
    }

    @Override
    public void close() {
        MDC.remove(LOGGED_AS);
    }
}
