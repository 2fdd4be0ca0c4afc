package dev.perennial.bootstrap.command.importing;

import dev.perennial.bootstrap.command.importing.RowParser.BadRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts the rows of a file together to orders. An order is passed on as soon as its last row has come: when another
 * order begins, or for a scattered one on the line that the index names. One with a bad row is not passed on at all.
 */
final class Orders implements PurchaseCsv.Visitor {

    private static final int ROWS_MAX = 1_000;

    /** Takes orders that are complete, and hears of rows that are not as they must be. */
    interface Sink {

        void order(Order order) throws InterruptedException;

        void badRow(long line, String reason);

        /** An order that is not passed on, with as many rows as it has in the file. */
        void withheld(OrderKey key, int rows);
    }

    private final RowParser parser;
    private final FileIndex index;
    private final Sink sink;
    private final Map<OrderKey, Gathering> scattered = new HashMap<>();
    private @Nullable Gathering current;

    private static final class Gathering {
        private final OrderKey key;
        private final List<OrderRow> rows = new ArrayList<>();
        private int rowsInFile;
        private boolean bad;

        Gathering(OrderKey key) {
            this.key = key;
        }
    }

    Orders(RowParser parser, FileIndex index, Sink sink) {
        this.parser = parser;
        this.index = index;
        this.sink = sink;
    }

    @Override
    public void row(CsvRow row) throws InterruptedException {
        OrderKey key = row.key();
        if (key.equals(OrderKey.NONE)) {
            sink.badRow(row.line(), reason(row));
            return;
        }
        if (current != null && !current.key.equals(key)) {
            finish();
        }
        Long lastLine = index.lastLines().get(key);
        if (lastLine == null) {
            current = current == null ? new Gathering(key) : current;
            add(current, row);
            return;
        }
        Gathering order = scattered.computeIfAbsent(key, Gathering::new);
        add(order, row);
        if (row.line() >= lastLine) {
            scattered.remove(key);
            pass(order);
        }
    }

    /** After the last row. */
    void finish() throws InterruptedException {
        Gathering done = current;
        current = null;
        if (done != null) {
            pass(done);
        }
    }

    private void add(Gathering order, CsvRow row) {
        order.rowsInFile++;
        try {
            OrderRow parsed = parser.parse(row);
            String clash = clash(order, parsed);
            if (clash != null) {
                throw new BadRow(clash);
            }
            order.rows.add(parsed);
        } catch (BadRow bad) {
            order.bad = true;
            String named = order.key.orderId().isEmpty() ? "its order" : "order " + order.key.orderId();
            sink.badRow(row.line(), bad.getMessage() + "; " + named + " is not sent");
        }
    }

    private static @Nullable String clash(Gathering order, OrderRow row) {
        if (order.rows.size() == ROWS_MAX) {
            return "its order has more than " + ROWS_MAX + " rows";
        }
        if (order.rows.isEmpty() || order.rows.getFirst().currency().equals(row.currency())) {
            return null;
        }
        OrderRow first = order.rows.getFirst();
        return "currency " + row.currency() + " is not the " + first.currency() + " of the same order on line "
                + first.line();
    }

    private void pass(Gathering order) throws InterruptedException {
        if (order.bad) {
            sink.withheld(order.key, order.rowsInFile);
        } else {
            sink.order(new Order(order.key, order.rows));
        }
    }

    private static String reason(CsvRow row) {
        return row.broken() == null ? "it has neither member_id nor order_id" : row.broken();
    }
}
