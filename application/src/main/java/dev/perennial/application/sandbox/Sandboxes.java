package dev.perennial.application.sandbox;

import dev.perennial.application.shared.Backoff;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.SandboxClocks.Turn;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantClock;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The clocks of sandboxes. A real tenant is refused with {@link Reason#NOT_A_SANDBOX}. */
public final class Sandboxes {

    /** Further ahead is a slip of the pen, and a clock never goes back. */
    private static final Duration AHEAD_MAX = Duration.ofDays(3_653);

    private final Storage storage;
    private final SandboxWork work;
    private final Backoff backoff;

    public Sandboxes(Storage storage, SandboxWork work, Backoff backoff) {
        this.storage = storage;
        this.work = work;
        this.backoff = backoff;
    }

    /** What the tenant's clock shows, and whether it is just being advanced. */
    public Result<TenantClock> clock(Tenant tenant) {
        return storage.read(tx -> tx.clocks().read(tenant.id())).map(Result::ok).orElseGet(Sandboxes::notASandbox);
    }

    /**
     * Moves the clock on, moment by moment, and applies everything that is due at each before it goes to the next. The
     * tenant's commands wait meanwhile; so does another advance, whichever process has it. Whatever cuts it off, the
     * clock stands at the last moment reached, and the same call goes on from there. It blocks until it has arrived or
     * the observer is gone.
     *
     * @param to not before what the clock shows and at most ten years later; when it shows that already, at most what was
     *     left due is applied
     * @return how far it came; refused with {@link Reason#INVALID_REQUEST} when {@code to} is out of range. It throws
     *     {@link dev.perennial.application.shared.StorageException.Conflict} when it stopped for so long that another
     *     process took over
     */
    public Result<Progress> advance(Tenant tenant, Instant to, Observer observer) {
        if (!tenant.sandbox()) {
            return notASandbox();
        }
        ClockTurns turns = new ClockTurns(storage, backoff, tenant.id());
        for (int waits = 1; !observer.isGone(); waits++) {
            Optional<Result<Turn>> turn = turns.take(clock -> check(to, clock));
            if (turn.isPresent()) {
                return turn.get().map(taken -> new ClockAdvance(work, turns, tenant.id(), to, observer).run(taken));
            }
            backoff.pause(waits);
        }
        return clock(tenant).map(clock -> new Progress(clock.now(), 0, 0));
    }

    private static Optional<Refusal> check(Instant to, Instant clock) {
        if (to.isBefore(clock)) {
            return Optional.of(Refusal.invalid("to", "must not be before the clock, which shows " + clock));
        }
        return to.isAfter(clock.plus(AHEAD_MAX))
                ? Optional.of(Refusal.invalid("to", "must be within ten years of the clock, which shows " + clock))
                : Optional.empty();
    }

    private static <T> Result<T> notASandbox() {
        return Result.refused(Refusal.of(
                Reason.NOT_A_SANDBOX, "The tenant is a real one: its clock is everybody's and cannot be moved."));
    }
}
