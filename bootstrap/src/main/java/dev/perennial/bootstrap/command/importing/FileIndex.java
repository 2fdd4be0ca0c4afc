package dev.perennial.bootstrap.command.importing;

import com.google.common.hash.BloomFilter;
import com.google.common.hash.Funnel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What a first reading of the file tells: how many rows there are, and the last line of every order whose rows do not
 * follow each other. A Bloom filter remembers the orders seen, about 2 bytes for each; one order in a thousand is taken
 * for scattered although it is not, and is only held a little longer for it.
 *
 * @param lastLines the last line of each scattered order
 */
record FileIndex(long rows, Map<OrderKey, Long> lastLines) {

    private static final double TAKEN_FOR_SCATTERED = 0.001;

    /** No row of ours is shorter, so this bounds how many orders there can be. */
    private static final int ROW_BYTES_MIN = 32;

    private static final Funnel<OrderKey> FUNNEL = (key, into) -> into.putString(key.memberId(), StandardCharsets.UTF_8)
            .putByte((byte) 0)
            .putString(key.orderId(), StandardCharsets.UTF_8);

    static FileIndex of(Path file) throws InterruptedException {
        Scan scan = new Scan(BloomFilter.create(FUNNEL, ordersMax(file), TAKEN_FOR_SCATTERED));
        new PurchaseCsv(file).read(scan::row);
        return new FileIndex(scan.rows, scan.lastLines);
    }

    private static long ordersMax(Path file) {
        try {
            return Math.max(1_000, Files.size(file) / ROW_BYTES_MIN);
        } catch (IOException e) {
            // Told with its reason when the file is opened.
            return 1_000;
        }
    }

    private static final class Scan {

        private final BloomFilter<OrderKey> seen;
        private final Map<OrderKey, Long> lastLines = new HashMap<>();
        private OrderKey current = OrderKey.NONE;
        private long rows;

        Scan(BloomFilter<OrderKey> seen) {
            this.seen = seen;
        }

        void row(CsvRow row) {
            rows++;
            OrderKey key = row.key();
            if (key.equals(OrderKey.NONE)) {
                return;
            }
            boolean begins = !key.equals(current);
            current = key;
            if ((begins && !seen.put(key)) || lastLines.containsKey(key)) {
                lastLines.put(key, row.line());
            }
        }
    }
}
