package dev.perennial.domain.ledger.books;

import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the entries up to some moment come to for lots that are alike to an accountant.
 *
 * @param programVersion of the lots, or of the entries where no lot changed; 0 when it came by hand
 * @param sliding whether the expiry of the lots moves with what their members do
 * @param lastUsedIn the beginning of the quarter of an hour with the last moment at which the lots can be used; null for
 *     never, and for sliding ones
 * @param overdue whether they had run out by the moment
 * @param owed what was in the members' accounts
 * @param debt what members owed, positive; negative where lots paid a debt that stands elsewhere
 */
public record LotBalance(
        UnitId unit,
        int programVersion,
        boolean sliding,
        @Nullable Instant lastUsedIn,
        boolean overdue,
        Owed owed,
        long debt) {

    /** What counts: all, or what is held of lots that have run out, since that does not run out meanwhile. */
    Owed counted() {
        return overdue ? new Owed(0, 0, owed.held()) : owed;
    }

    /** What has run out although nobody has written that down yet. */
    long runOut() {
        return overdue ? Math.addExact(owed.available(), owed.pending()) : 0;
    }
}
