package dev.perennial.domain.loyalty.pool;

import dev.perennial.domain.loyalty.transfer.Party;
import java.time.Instant;

/**
 * A member's place in a pool, each member's last one.
 *
 * @param pool the caller's own id of the pool
 * @param since when it came into its state
 */
public record Place(String pool, Party member, PoolRole role, PlaceState state, Instant since) {

    Place become(PlaceState next, Instant at) {
        return new Place(pool, member, role, next, at);
    }

    Place as(PoolRole other) {
        return new Place(pool, member, other, state, since);
    }
}
