package dev.perennial.bootstrap.command.importing;

import com.google.protobuf.Timestamp;
import dev.perennial.contract.activity.v1.Activity;
import dev.perennial.contract.activity.v1.OrderLine;
import dev.perennial.contract.activity.v1.Purchase;
import java.time.Instant;
import java.util.List;

/**
 * An order whose rows have all come.
 *
 * @param rows in the order of the file; at least one
 */
record Order(OrderKey key, List<OrderRow> rows) {

    /** When it happened: the earliest moment of its rows, as tills book the lines of one order over a minute or two. */
    Instant occurredAt() {
        return rows.stream().map(OrderRow::occurredAt).min(Instant::compareTo).orElseThrow();
    }

    String currency() {
        return rows.getFirst().currency();
    }

    long amount() {
        return rows.stream().mapToLong(OrderRow::amount).sum();
    }

    /** As a fact, whose key names the order and its member, so that the same order is never recorded twice. */
    Activity activity(String source, boolean historical) {
        Purchase.Builder purchase =
                Purchase.newBuilder().setOrderId(key.orderId()).setCurrency(currency());
        rows.forEach(row -> purchase.addLines(OrderLine.newBuilder()
                .setSku(row.sku())
                .setName(row.name())
                .setQuantity(row.quantity())
                .setAmount(row.amount())));
        Instant occurredAt = occurredAt();
        return Activity.newBuilder()
                .setSource(source)
                .setExternalId(key.externalId())
                .setMemberId(key.memberId())
                .setOccurredAt(Timestamp.newBuilder()
                        .setSeconds(occurredAt.getEpochSecond())
                        .setNanos(occurredAt.getNano()))
                .setHistorical(historical)
                .setPurchase(purchase)
                .build();
    }
}
