package dev.perennial.application.sandbox;

import dev.perennial.application.shared.Backoff;
import dev.perennial.application.shared.StorageException;
import dev.perennial.application.storage.Attempts;
import dev.perennial.application.storage.SandboxClocks.Turn;
import dev.perennial.application.storage.Storage;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * One sandbox's clock for whoever advances it; each step is a transaction of its own, so that it stays.
 * Each may be done twice: the second time finds it done, or the turn taken and waits for its end.
 */
final class ClockTurns {

    /** How long the others wait for a process that is gone. */
    private static final Duration LEASE = Duration.ofSeconds(10);

    private final Attempts attempts;
    private final TenantId tenant;

    ClockTurns(Storage storage, Backoff backoff, TenantId tenant) {
        this.attempts = new Attempts(storage, backoff);
        this.tenant = tenant;
    }

    /**
     * Takes the turn.
     *
     * @param check why not, by what the clock shows
     * @return empty when somebody else has it
     */
    Optional<Result<Turn>> take(Function<Instant, Optional<Refusal>> check) {
        return attempts.transact(tx -> tx.clocks().takeTurn(tenant, LEASE).map(turn -> {
            Optional<Refusal> refusal = check.apply(turn.clock());
            refusal.ifPresent(refused -> tx.clocks().endTurn(tenant, turn.number()));
            return refusal.<Result<Turn>>map(Result::refused).orElseGet(() -> Result.ok(turn));
        }));
    }

    /** Moves the clock, or only renews the turn when it shows the moment already. */
    void move(Turn turn, Instant to) {
        if (!attempts.transact(tx -> tx.clocks().move(tenant, turn.number(), to, LEASE))) {
            throw lost();
        }
    }

    /** The last step. */
    void arrive(Turn turn, Instant to) {
        boolean moved = attempts.transact(tx -> {
            boolean ours = tx.clocks().move(tenant, turn.number(), to, LEASE);
            tx.clocks().endTurn(tenant, turn.number());
            return ours;
        });
        if (!moved) {
            throw lost();
        }
    }

    void end(Turn turn) {
        attempts.transact(tx -> {
            tx.clocks().endTurn(tenant, turn.number());
            return true;
        });
    }

    private static StorageException lost() {
        return new StorageException.Conflict(new IllegalStateException("another process took the turn"));
    }
}
