package dev.perennial.domain.ledger.books;

import dev.perennial.domain.insight.BreakageEstimate;
import dev.perennial.domain.insight.ChainLadder;
import dev.perennial.domain.ledger.Account;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What became of the units that were issued in each month. */
public final class Vintages {

    private Vintages() {}

    /**
     * One month's units, in the smallest step. What was issued is the sum of all that follows it.
     *
     * @param redeemed what was exchanged for other units or rewards
     * @param expired what ran out, less what came back
     * @param cancelled what was never active, less what came back
     * @param takenBack what was clawed back
     * @param other what was taken by hand, was sent to others or paid a debt, less what came by hand into lots that were
     *     there already; what ran out and was given back by hand, which is issued once more in the month of that
     * @param open what can still be exchanged or has run out without that being written down
     */
    public record Vintage(
            long issued, long redeemed, long expired, long cancelled, long takenBack, long other, long open) {}

    /**
     * What became of each month's units of one unit so far.
     *
     * @param months how many; the first is number 1 of the flows
     * @throws ArithmeticException if a sum does not fit a long
     */
    public static List<Vintage> of(List<VintageFlow> flows, int months) {
        List<Vintage> vintages = new ArrayList<>();
        for (int month = 1; month <= months; month++) {
            int number = month;
            vintages.add(vintage(
                    flows.stream().filter(flow -> flow.issued() == number).toList()));
        }
        return vintages;
    }

    private static Vintage vintage(List<VintageFlow> flows) {
        long issued = 0;
        Map<Account, Long> gone = new EnumMap<>(Account.class);
        for (VintageFlow flow : flows) {
            if (flow.issues()) {
                issued = Math.addExact(issued, flow.amount());
            } else { // what ran out and was given back by hand goes from one such account to another
                gone.merge(flow.to(), flow.amount(), Math::addExact);
                gone.merge(flow.from(), -flow.amount(), Math::addExact);
            }
        }
        gone.keySet().removeIf(Booking::isOwed);
        long open = gone.values().stream().reduce(issued, Math::subtractExact);
        return new Vintage(
                issued,
                sum(gone, Account.CONVERTED, Account.REDEEMED),
                sum(gone, Account.EXPIRED),
                sum(gone, Account.CANCELLED),
                sum(gone, Account.ISSUED),
                sum(gone, Account.ADJUSTED, Account.OPENING, Account.DEBT, Account.IN_TRANSIT),
                open);
    }

    private static long sum(Map<Account, Long> gone, Account... accounts) {
        return Stream.of(accounts)
                .map(account -> gone.getOrDefault(account, 0L))
                .reduce(0L, Math::addExact);
    }

    /** How much of what is owed went; negative for what came back. */
    private static long left(VintageFlow flow) {
        boolean from = Booking.isOwed(flow.from());
        return from == Booking.isOwed(flow.to()) ? 0 : from ? flow.amount() : -flow.amount();
    }

    /**
     * What each month's units will have come to when all have run out, by what became of older ones.
     *
     * @param months how many are over; the first is number 1 of the flows, and nothing of later ones counts
     */
    public static BreakageEstimate estimate(List<VintageFlow> flows, int months) {
        long[] issued = new long[months];
        long[] open = new long[months];
        long[][] expired = new long[months][];
        for (int month = 0; month < months; month++) {
            expired[month] = new long[months - month];
        }
        for (VintageFlow flow : flows) {
            if (flow.issued() <= months && flow.moved() <= months) {
                add(flow, issued, open, expired);
            }
        }
        for (long[] row : expired) {
            for (int age = 1; age < row.length; age++) {
                row[age] = Math.addExact(row[age], row[age - 1]);
            }
        }
        return ChainLadder.estimate(issued, expired, open);
    }

    private static void add(VintageFlow flow, long[] issued, long[] open, long[][] expired) {
        int vintage = flow.issued() - 1;
        if (flow.issues()) {
            issued[vintage] = Math.addExact(issued[vintage], flow.amount());
            open[vintage] = Math.addExact(open[vintage], flow.amount());
            return;
        }
        open[vintage] = Math.subtractExact(open[vintage], left(flow));
        if (flow.to() == Account.EXPIRED || flow.from() == Account.EXPIRED) {
            int age = flow.moved() - flow.issued();
            long more = flow.to() == Account.EXPIRED ? flow.amount() : -flow.amount();
            expired[vintage][age] = Math.addExact(expired[vintage][age], more);
        }
    }
}
