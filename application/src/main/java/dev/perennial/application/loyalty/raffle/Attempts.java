package dev.perennial.application.loyalty.raffle;

import dev.perennial.application.shared.Backoff;
import dev.perennial.application.shared.Overloaded;
import dev.perennial.application.shared.StorageException;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantClock;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.application.storage.Transaction;
import dev.perennial.domain.shared.TenantId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Transactions that are tried again when others held the rows or nobody knows what became of them. */
record Attempts(Storage storage, TenantTime time, Backoff backoff) {

    /** Lanes hold members for moments only: whoever lost this often meets something else. */
    private static final int TRIES_MAX = 8;

    /** About a minute, at up to 100 ms each: a caller who waits longer for a sandbox's clock may ask again. */
    private static final int WAITS_MAX = 800;

    /** Runs the work, which must come to the same when it has been done before. */
    <T> T transact(Function<Transaction, T> work) {
        return whenDone(tx -> Optional.of(work.apply(tx)));
    }

    /**
     * The same for work that is decided by the tenant's time. It waits while a sandbox's clock is being advanced, and is
     * decided at the time it shows then.
     */
    <T> T decide(TenantId tenant, BiFunction<Transaction, Instant, T> work) {
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
