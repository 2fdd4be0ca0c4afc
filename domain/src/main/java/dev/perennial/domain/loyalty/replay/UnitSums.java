package dev.perennial.domain.loyalty.replay;

import dev.perennial.domain.ledger.Account;
import dev.perennial.domain.ledger.Balance;
import dev.perennial.domain.ledger.Entry;

/**
 * What became of one unit in the period, in its smallest step.
 *
 * @param granted for facts, less what was taken back
 * @param converted became other units, less what was made of others
 * @param redeemed spent on rewards, less what was given back and what rewards granted
 * @param expired ran out
 * @param cancelled what it waited for did not come
 * @param sent went to other members or is on its way to them, less what came from others or came back
 * @param adjusted given by hand or brought from another system, less what was taken
 * @param outstanding available, pending and held at the end
 * @param debt what members owe at the end
 */
public record UnitSums(
        long granted,
        long converted,
        long redeemed,
        long expired,
        long cancelled,
        long sent,
        long adjusted,
        long outstanding,
        long debt) {

    public static final UnitSums NONE = new UnitSums(0, 0, 0, 0, 0, 0, 0, 0, 0);

    static UnitSums of(Entry entry) {
        return new UnitSums(
                -into(Account.ISSUED, entry),
                into(Account.CONVERTED, entry),
                into(Account.REDEEMED, entry),
                into(Account.EXPIRED, entry),
                into(Account.CANCELLED, entry),
                into(Account.IN_TRANSIT, entry),
                -into(Account.ADJUSTED, entry) - into(Account.OPENING, entry),
                0,
                0);
    }

    static UnitSums of(Balance balance) {
        long outstanding = Math.addExact(Math.addExact(balance.available(), balance.pending()), balance.held());
        return new UnitSums(0, 0, 0, 0, 0, 0, 0, outstanding, balance.debt());
    }

    private static long into(Account account, Entry entry) {
        return entry.to() == account ? entry.amount() : entry.from() == account ? -entry.amount() : 0;
    }

    /** @throws ArithmeticException if a sum does not fit a long */
    public UnitSums plus(UnitSums other) {
        return new UnitSums(
                Math.addExact(granted, other.granted),
                Math.addExact(converted, other.converted),
                Math.addExact(redeemed, other.redeemed),
                Math.addExact(expired, other.expired),
                Math.addExact(cancelled, other.cancelled),
                Math.addExact(sent, other.sent),
                Math.addExact(adjusted, other.adjusted),
                Math.addExact(outstanding, other.outstanding),
                Math.addExact(debt, other.debt));
    }
}
