package dev.perennial.domain.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a lot can be used; frozen when it is earned.
 *
 * @param availableAt pending until then
 * @param expiresAt the first moment at which it can no longer be used; null means never
 */
public record Terms(Instant availableAt, @Nullable Instant expiresAt) {

    public static Terms withoutExpiry(Instant from) {
        return new Terms(from, null);
    }
}
