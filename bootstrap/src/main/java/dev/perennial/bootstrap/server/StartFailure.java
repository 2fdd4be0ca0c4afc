package dev.perennial.bootstrap.server;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The server cannot start for a reason that its operator can mend; the message says which. */
public final class StartFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The one that others wrapped on its way up, if it is what a start failed for. */
    static Optional<RuntimeException> within(RuntimeException failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(StartFailure.class::isInstance)
                .map(RuntimeException.class::cast)
                .findFirst();
    }
}
