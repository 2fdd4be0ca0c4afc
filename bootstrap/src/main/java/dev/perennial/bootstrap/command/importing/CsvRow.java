package dev.perennial.bootstrap.command.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the file.
 *
 * @param line the line on which it begins, from 1
 * @param broken why it is no row of ours at all; null when it has the right number of fields
 */
record CsvRow(long line, List<String> fields, @Nullable String broken) {

    static final List<String> HEADER =
            List.of("member_id", "order_id", "occurred_at", "currency", "amount", "sku", "name", "quantity");

    /** A line with nothing on it, as editors leave at the end of a file. */
    boolean blank() {
        return fields.isEmpty() || (fields.size() == 1 && fields.getFirst().isBlank());
    }

    /** Which order it belongs to, as far as it can be known. */
    OrderKey key() {
        return fields.size() < 2 ? OrderKey.NONE : new OrderKey(fields.get(0), fields.get(1));
    }
}
