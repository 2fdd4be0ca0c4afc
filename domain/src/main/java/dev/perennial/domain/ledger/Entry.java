package dev.perennial.domain.ledger;

import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One movement of units between two accounts; never changed once written.
 *
 * @param number the entry's place in the member's ledger, from 1
 * @param amount in the unit's smallest step, always more than zero
 * @param lotNumber the lot whose remainder changed, null when only debt moved
 * @param effectiveAt the moment it counts from: a lot that ran out overnight has expired at midnight, whenever it was
 *     noticed
 * @param corrects the number of the entry that this one takes back, null when none
 */
public record Entry(
        long number,
        UnitId unit,
        Account from,
        Account to,
        long amount,
        @Nullable Integer lotNumber,
        EntryKind kind,
        Cause cause,
        Instant effectiveAt,
        @Nullable Long corrects) {

    public Entry {
        if (amount <= 0 || from == to) {
            throw new IllegalArgumentException("an entry moves more than nothing to another account");
        }
    }
}
