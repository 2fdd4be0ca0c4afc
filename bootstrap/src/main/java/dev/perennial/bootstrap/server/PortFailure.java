package dev.perennial.bootstrap.server;

import java.net.BindException;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.web.server.PortInUseException;

/**
 * Finds out whether a start failed for want of a port: what Spring and gRPC wrap around it is of no use to an operator.
 */
final class PortFailure {

    private PortFailure() {}

    /** The failure in one line that says which port, or the failure itself when no port is the reason. */
    static RuntimeException translated(RuntimeException failure, ServerOptions options) {
        Optional<PortInUseException> management = causes(failure)
                .filter(PortInUseException.class::isInstance)
                .map(PortInUseException.class::cast)
                .findFirst();
        if (management.isPresent()) {
            return inUse(management.get().getPort(), "--management-port", failure);
        }
        return causes(failure).anyMatch(PortFailure::isOfThePort) ? refused(options, failure) : failure;
    }

    /** Netty's native transport has an exception of its own for what Java calls a BindException. */
    private static boolean isOfThePort(Throwable cause) {
        return cause instanceof BindException || message(cause).startsWith("Failed to bind to address");
    }

    private static RuntimeException refused(ServerOptions options, RuntimeException failure) {
        String innermost = message(causes(failure).reduce(failure, (outer, inner) -> inner));
        String reason = innermost.substring(innermost.lastIndexOf(": ") + 1).strip();
        return reason.contains("in use")
                ? inUse(options.port(), "--port", failure)
                : new StartFailure("port " + options.port() + " cannot be opened: " + reason, failure);
    }

    private static StartFailure inUse(int port, String option, RuntimeException failure) {
        return new StartFailure(
                "port " + port + " is in use by another process: stop it, or choose another port with " + option,
                failure);
    }

    private static String message(Throwable cause) {
        return String.valueOf(cause.getMessage());
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
