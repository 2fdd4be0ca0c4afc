package dev.perennial.bootstrap.server;

import org.jspecify.annotations.Nullable;

/** The server cannot start for a reason that its operator can mend; the message says which. */
public final class StartFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
