package dev.perennial.domain.ledger;

/**
 * What a member has of one unit, in its smallest step; no part is ever negative, and available and debt are never both
 * positive.
 *
 * @param debt what the member owes, as a positive number
 */
public record Balance(long available, long pending, long held, long debt) {

    /**
     * The most that a member may have of a unit, all parts together: 10^18. It leaves room in a long, so that whatever
     * happens later to what was once let in (activation, cancellation, a reversed expiry) cannot fail.
     */
    public static final long TOTAL_MAX = 1_000_000_000_000_000_000L;

    public static final Balance ZERO = new Balance(0, 0, 0, 0);

    /**
     * Whether so much more may come in.
     *
     * @param amount at least 0
     */
    boolean hasRoomFor(long amount) {
        return amount <= TOTAL_MAX - total();
    }

    /** Both together, whatever of one would pay what is owed of the other. */
    public Balance plus(Balance other) {
        return new Balance(
                Math.addExact(available, other.available),
                Math.addExact(pending, other.pending),
                Math.addExact(held, other.held),
                Math.addExact(debt, other.debt));
    }

    /** What the member has, in whatever part; without what it owes. */
    long total() {
        return available + pending + held;
    }

    /**
     * This balance after an entry.
     *
     * @throws ArithmeticException if a part would not fit a long
     */
    public Balance after(Account from, Account to, long amount) {
        return moved(from, -amount).moved(to, amount);
    }

    private Balance moved(Account account, long amount) {
        return switch (account) {
            case AVAILABLE -> new Balance(Math.addExact(available, amount), pending, held, debt);
            case PENDING -> new Balance(available, Math.addExact(pending, amount), held, debt);
            case HELD -> new Balance(available, pending, Math.addExact(held, amount), debt);
            case DEBT -> new Balance(available, pending, held, Math.subtractExact(debt, amount));
            case ISSUED, EXPIRED, CANCELLED, CONVERTED, REDEEMED, IN_TRANSIT, ADJUSTED, OPENING -> this;
        };
    }
}
