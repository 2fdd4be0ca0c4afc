package dev.perennial.grpc.shared;

import io.grpc.Context;
import java.util.Objects;

/** One call as its interceptors see it: what the reply's metadata will say beside the reply itself. */
final class Exchange {

    private static final Context.Key<Exchange> KEY = Context.key("perennial-exchange");

    private final String correlationId;
    private volatile boolean replayed;

    Exchange(String correlationId) {
        this.correlationId = correlationId;
    }

    /** The current call's. Only to be asked on the thread that the call came in on. */
    static Exchange current() {
        return Objects.requireNonNull(KEY.get(), "the call did not pass the interceptors");
    }

    Context in(Context context) {
        return context.withValue(KEY, this);
    }

    String correlationId() {
        return correlationId;
    }

    boolean replayed() {
        return replayed;
    }

    void markReplayed() {
        replayed = true;
    }
}
