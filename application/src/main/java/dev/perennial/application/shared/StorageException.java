package dev.perennial.application.shared;

/** Storage failed; which way decides what to do next. */
public sealed class StorageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private StorageException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Others held the rows; the same work may succeed at once. */
    public static final class Conflict extends StorageException {
        private static final long serialVersionUID = 1L;

        public Conflict(Throwable cause) {
            super("others hold the rows", cause);
        }
    }

    /** A row was refused; the same work will be refused again. */
    public static final class Rejected extends StorageException {
        private static final long serialVersionUID = 1L;

        public Rejected(Throwable cause) {
            super("a row was refused", cause);
        }
    }

    /** An order with the same id was already recorded for the member under another key. */
    public static final class OrderExists extends StorageException {
        private static final long serialVersionUID = 1L;

        public OrderExists(Throwable cause) {
            super("the order is already recorded", cause);
        }
    }

    /** Another member came to be known by the same identifier at the same time. */
    public static final class IdentifierTaken extends StorageException {
        private static final long serialVersionUID = 1L;

        public IdentifierTaken(Throwable cause) {
            super("the identifier is already somebody's", cause);
        }
    }

    /** A voucher of somebody's, or a list, came to have the same code at the same time. */
    public static final class CodeTaken extends StorageException {
        private static final long serialVersionUID = 1L;

        public CodeTaken(Throwable cause) {
            super("the code is already somebody's or a list's", cause);
        }
    }

    /** The database cannot be reached; nothing was written. */
    public static final class Unavailable extends StorageException {
        private static final long serialVersionUID = 1L;

        public Unavailable(Throwable cause) {
            super("the database cannot be reached", cause);
        }
    }

    /** The connection was lost during commit; the work may or may not have been done. */
    public static final class OutcomeUnknown extends StorageException {
        private static final long serialVersionUID = 1L;

        public OutcomeUnknown(Throwable cause) {
            super("the connection was lost during commit", cause);
        }
    }
}
