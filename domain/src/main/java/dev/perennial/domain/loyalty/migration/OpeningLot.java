package dev.perennial.domain.loyalty.migration;

import dev.perennial.domain.ledger.Terms;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Units that a customer had elsewhere and that run out together.
 *
 * @param amount at least 1, in the unit's smallest step
 * @param availableAt since when they can be used, which may be long ago, or from when on; null for the moment of the import
 * @param expiresAt the first moment at which they can no longer be used; null for never, or for what the unit's sliding
 *     expiry says
 */
public record OpeningLot(
        UnitId unit,
        long amount,
        @Nullable Instant availableAt,
        @Nullable Instant expiresAt) {

    Instant from(Instant now) {
        return availableAt == null ? now : availableAt;
    }

    /** @param now the moment of the import */
    public Terms terms(Instant now) {
        return new Terms(from(now), expiresAt);
    }
}
