package dev.perennial.application.storage;

import dev.perennial.domain.shared.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The clocks of sandboxes, which only move when somebody takes the turn to move them. A turn is lent for a while of real
 * time and has to be renewed, so that nobody waits for ever for a process that is gone; each has a number, so that
 * whoever lost it without noticing moves nothing any more.
 */
public interface SandboxClocks {

    /**
     * The clock as the transaction finds it. In a transaction that may write it does not move, and nobody takes the turn,
     * before the transaction ends: to be asked before anything else is locked.
     *
     * @return empty for a real tenant, about whom storage is asked once for each process
     */
    Optional<TenantClock> read(TenantId tenant);

    /**
     * Takes the turn, once every transaction that has read the clock has ended.
     *
     * @param lease how long the turn is lent
     * @return empty when somebody else has it
     */
    Optional<Turn> takeTurn(TenantId sandbox, Duration lease);

    /**
     * Moves the clock on and lends the turn anew. For the clock's own moment it only does the latter.
     *
     * @param to not before what the clock shows
     * @return whether the turn was still ours; if not, nothing has happened
     */
    boolean move(TenantId sandbox, long turn, Instant to, Duration lease);

    /** Gives the turn back, unless somebody else has it already. */
    void endTurn(TenantId sandbox, long turn);

    /**
     * The right to move a clock.
     *
     * @param number higher than that of every turn before
     * @param clock what the clock shows
     */
    record Turn(long number, Instant clock) {}
}
