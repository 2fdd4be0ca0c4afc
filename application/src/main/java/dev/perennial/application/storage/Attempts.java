package dev.perennial.application.storage;

import dev.perennial.application.shared.Backoff;
import dev.perennial.application.shared.Overloaded;
import dev.perennial.application.shared.StorageException;
import dev.perennial.domain.shared.TenantId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Transactions that are tried again when others held the rows or nobody knows what became of them. */
public record Attempts(Storage storage, Backoff backoff) {

    /** Others hold rows for moments only: whoever lost this often meets something else. */
    private static final int TRIES_MAX = 6;

    /** About a minute, at up to 100 ms each: a caller who waits longer for a sandbox's clock may ask again. */
    private static final int WAITS_MAX = 800;

    /**
     * Runs the work, which must come to the same when it has been done before.
     *
     * @throws StorageException.OutcomeUnknown when an earlier try may have had its effect, whatever went wrong later
     * @throws StorageException.Conflict when others held the rows at each of six tries
     */
    public <T> T transact(Function<Transaction, T> work) {
        return whenDone(tx -> Optional.of(work.apply(tx)));
    }

    /**
     * The same for work that is decided by the tenant's time. It waits while a sandbox's clock is being advanced, and is
     * decided at the time it shows then.
     *
     * @throws Overloaded when the clock is still being advanced after about a minute
     */
    public <T> T decide(TenantTime time, TenantId tenant, BiFunction<Transaction, Instant, T> work) {
        return whenDone(tx -> {
            TenantClock clock = time.read(tx, tenant); // before anything is locked
            return clock.moving() ? Optional.empty() : Optional.of(work.apply(tx, clock.now()));
        });
    }

    private <T> T whenDone(Function<Transaction, Optional<T>> work) {
        boolean inDoubt = false;
        int waits = 0;
        for (int tries = 1; ; ) {
            try {
                Optional<T> done = storage.transact(work);
                if (done.isPresent()) {
                    return done.get();
                }
                if (++waits > WAITS_MAX) {
                    throw new Overloaded("the clock is being advanced");
                }
                backoff.pause(waits);
            } catch (RuntimeException | Error failure) {
                inDoubt |= failure instanceof StorageException.OutcomeUnknown;
                if (tries == TRIES_MAX || !mayPass(failure)) {
                    if (inDoubt) { // whatever went wrong later: an earlier try may have had its effect
                        throw new StorageException.OutcomeUnknown(failure);
                    }
                    throw failure;
                }
                backoff.pause(tries++);
            }
        }
    }

    private static boolean mayPass(Throwable failure) {
        return failure instanceof StorageException.Conflict || failure instanceof StorageException.OutcomeUnknown;
    }
}
