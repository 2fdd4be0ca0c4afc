package dev.perennial.application.shared;

/** Too much waits already, or the process is about to stop: try again later, elsewhere. */
public final class Overloaded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Overloaded(String message) {
        super(message);
    }
}
