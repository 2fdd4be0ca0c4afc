package dev.perennial.bootstrap.command.importing;

import java.time.Instant;

/**
 * One line of an order.
 *
 * @param line where it stands in the file
 * @param amount for the whole line, in the currency's smallest unit
 */
record OrderRow(long line, Instant occurredAt, String currency, long amount, String sku, String name, long quantity) {}
