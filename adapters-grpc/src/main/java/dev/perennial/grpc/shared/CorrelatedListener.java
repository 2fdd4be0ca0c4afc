package dev.perennial.grpc.shared;

import io.grpc.ServerCall;

/** Hands a call's events on with its id in the logging context; each event may come on another thread. */
final class CorrelatedListener<Q> extends ServerCall.Listener<Q> {

    private final Exchange exchange;
    private final ServerCall.Listener<Q> next;

    CorrelatedListener(Exchange exchange, ServerCall.Listener<Q> next) {
        this.exchange = exchange;
        this.next = next;
    }

    @Override
    public void onMessage(Q message) {
        try (var _ = Correlation.of(exchange)) {
            next.onMessage(message);
        }
    }

    @Override
    public void onHalfClose() {
        try (var _ = Correlation.of(exchange)) {
            next.onHalfClose();
        }
    }

    @Override
    public void onCancel() {
        try (var _ = Correlation.of(exchange)) {
            next.onCancel();
        }
    }

    @Override
    public void onComplete() {
        try (var _ = Correlation.of(exchange)) {
            next.onComplete();
        }
    }

    @Override
    public void onReady() {
        try (var _ = Correlation.of(exchange)) {
            next.onReady();
        }
    }
}
