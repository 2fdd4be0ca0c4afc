package dev.perennial.application.loyalty.pool;

import dev.perennial.domain.ledger.Wallet;
import dev.perennial.domain.loyalty.pool.Roster;

/**
 * A pool as it is now.
 *
 * @param wallet what it holds
 * @param memberSequence how many events the member that asked has had
 */
public record PoolReport(Roster roster, Wallet wallet, long memberSequence) {}
