package dev.perennial.grpc.shared;

import io.grpc.ServerCall;

/** Hands a call's events on. When one of them throws, it closes the call and tells the service that it is over. */
final class GuardedListener<Q> extends ServerCall.Listener<Q> {

    private final ServerCall.Listener<Q> next;
    private final ServerCall<Q, ?> call;
    private final Exchange exchange;
    private boolean over;

    GuardedListener(ServerCall.Listener<Q> next, ServerCall<Q, ?> call, Exchange exchange) {
        this.next = next;
        this.call = call;
        this.exchange = exchange;
    }

    @Override
    public void onMessage(Q message) {
        guard(() -> next.onMessage(message));
    }

    @Override
    public void onHalfClose() {
        guard(next::onHalfClose);
    }

    @Override
    public void onCancel() {
        guard(next::onCancel);
    }

    @Override
    public void onComplete() {
        guard(next::onComplete);
    }

    @Override
    public void onReady() {
        guard(next::onReady);
    }

    private void guard(Runnable event) {
        if (over) {
            return;
        }
        try {
            event.run();
        } catch (RuntimeException thrown) {
            over = true;
            Refusing.close(call, Failures.status(thrown, exchange));
            abandon();
        }
    }

    private void abandon() {
        try {
            next.onCancel();
        } catch (RuntimeException alsoThrown) {
            var _ = Failures.status(alsoThrown, exchange); // logged; the caller has an answer already
        }
    }
}
