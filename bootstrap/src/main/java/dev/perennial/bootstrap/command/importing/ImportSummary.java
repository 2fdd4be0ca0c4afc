package dev.perennial.bootstrap.command.importing;

import dev.perennial.bootstrap.command.client.Progress;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Formatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts what became of the file and says the first hundred things that are wrong with it. */
final class ImportSummary {

    private static final int COMPLAINTS_MAX = 100;

    private final Progress progress;
    private final Map<String, Long> amounts = new TreeMap<>();
    private long orders;
    private long replayed;
    private long rejected;
    private long lines;
    private long badRows;
    private long complaints;

    ImportSummary(Progress progress) {
        this.progress = progress;
    }

    void recorded(Order order, boolean again) {
        orders++;
        replayed += again ? 1 : 0;
        lines += order.rows().size();
        amounts.merge(order.currency(), order.amount(), Math::addExact);
        progress.add(order.rows().size());
    }

    void refused(Order order, String reason) {
        rejected++;
        badRows += order.rows().size();
        progress.add(order.rows().size());
        complain("line " + order.rows().getFirst().line() + ": order "
                + order.key().orderId() + " of member " + order.key().memberId() + " is refused: " + reason);
    }

    void badRow(long line, String reason) {
        badRows++;
        complain("line " + line + ": " + reason);
    }

    /** Counts an order that has a bad row; its rows are told apart from the bad one. */
    void withheld(int rows) {
        rejected++;
        progress.add(rows);
    }

    boolean allGood() {
        return badRows == 0 && rejected == 0;
    }

    /** One fact a line, so that scripts can read it as well. */
    String text(int members, int enrolled) {
        double seconds = Math.max(progress.elapsed().toMillis(), 1) / 1e3;
        Formatter text = new Formatter(Locale.ROOT);
        if (complaints > COMPLAINTS_MAX) {
            progress.interrupt("… and " + (complaints - COMPLAINTS_MAX) + " more");
        }
        text.format("orders    %,d (%,d replayed)%n", orders, replayed);
        text.format("lines     %,d%n", lines);
        text.format("members   %,d (%,d new)%n", members, enrolled);
        amounts.forEach((currency, amount) -> text.format("amount    %s %s%n", decimal(currency, amount), currency));
        text.format("rejected  %,d orders, %,d bad rows%n", rejected, badRows);
        text.format("rate      %,.0f orders/s, %,.0f lines/s in %.1f s", orders / seconds, lines / seconds, seconds);
        return text.toString();
    }

    private void complain(String line) {
        complaints++;
        if (complaints <= COMPLAINTS_MAX) {
            progress.interrupt(line);
        }
    }

    private static String decimal(String currency, long minor) {
        int decimals = Math.max(Currency.getInstance(currency).getDefaultFractionDigits(), 0);
        return String.format(Locale.ROOT, "%,." + decimals + "f", BigDecimal.valueOf(minor, decimals));
    }
}
