package dev.perennial.application.ledger;

import dev.perennial.domain.shared.Refusal;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/**
 * Whoever asked for a bulk.
 *
 * @param gone whether nobody waits any more; the bulk then stops where it is
 * @param reached told now and then how many lines were looked at
 * @param refused told of each line that was refused, and why
 */
public record BulkWatcher(BooleanSupplier gone, LongConsumer reached, BiConsumer<Bulk.Line, Refusal> refused) {}
