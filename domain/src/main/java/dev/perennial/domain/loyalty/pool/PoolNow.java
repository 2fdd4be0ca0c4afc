package dev.perennial.domain.loyalty.pool;

import dev.perennial.domain.ledger.Wallet;

/**
 * A member's place in a pool, with what the pool holds.
 *
 * @param place which is taken: the member is in the pool or invited to it
 * @param wallet the pool's; empty for somebody who is only invited
 */
public record PoolNow(Place place, Wallet wallet) {}
