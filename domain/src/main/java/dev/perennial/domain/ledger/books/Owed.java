package dev.perennial.domain.ledger.books;

/** What members could still exchange, in the unit's smallest step. */
public record Owed(long available, long pending, long held) {

    public static final Owed NOTHING = new Owed(0, 0, 0);

    /** @throws ArithmeticException if a sum does not fit a long */
    public Owed plus(Owed other) {
        return new Owed(
                Math.addExact(available, other.available),
                Math.addExact(pending, other.pending),
                Math.addExact(held, other.held));
    }

    /** @throws ArithmeticException if it does not fit a long */
    public long total() {
        return Math.addExact(Math.addExact(available, pending), held);
    }
}
