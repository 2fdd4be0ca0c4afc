package dev.perennial.application.loyalty;

import dev.perennial.application.shared.Backoff;
import dev.perennial.application.shared.StorageException;
import dev.perennial.application.storage.Replan;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.Transaction;
import dev.perennial.domain.shared.TenantId;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes versions known to members whom nobody decides about. Each step is a short transaction that remembers how far it
 * came, so a process that is killed loses nothing, and several at once take turns.
 */
public final class Replanning {

    /** As many as a lane's largest set: whoever waits for one of them waits no longer than for a neighbour. */
    private static final int MEMBERS = 500;

    /**
     * RATIONALE: a decision about a member reads the versions under the member's lock, so whoever is planned here was
     * decided about under the new version or waits for this lock. An enrolment has no row to lock yet: one that began
     * before the version was applied may be committed behind us. By then it has ended, or was given up.
     */
    private static final Duration ENROLMENTS_END = Duration.ofSeconds(10);

    /** Steps under way hold what they lock for milliseconds: whoever lost this often meets something else. */
    private static final int TRIES_MAX = 6;

    private final Storage storage;
    private final Backoff backoff;
    private final int members;

    public Replanning(Storage storage, Backoff backoff) {
        this(storage, backoff, MEMBERS);
    }

    Replanning(Storage storage, Backoff backoff, int members) {
        this.storage = storage;
        this.backoff = backoff;
        this.members = members;
    }

    /**
     * Plans the next members of whichever tenant waits longest.
     *
     * @return how far that version is now; empty when there is nothing to do
     */
    public Optional<Replan> step() {
        return repeated(tx -> tx.replans().next(ENROLMENTS_END).map(replan -> planned(tx, replan)));
    }

    /**
     * Plans the next members of a sandbox. To be called by whoever has the turn to move its clock: every transaction
     * that began before has ended then, enrolments too.
     *
     * @return how far that version is now; empty when there is nothing to do
     */
    public Optional<Replan> step(TenantId sandbox) {
        return repeated(tx -> tx.replans().nextOf(sandbox).map(replan -> planned(tx, replan)));
    }

    private Replan planned(Transaction tx, Replan replan) {
        return tx.replans().plan(replan, members);
    }

    /** A step may be done twice: the second time it does the next one. */
    private <T> T repeated(Function<Transaction, T> step) {
        for (int tries = 1; ; tries++) {
            try {
                return storage.transact(step);
            } catch (StorageException.Conflict | StorageException.OutcomeUnknown failure) {
                if (tries == TRIES_MAX) {
                    throw failure;
                }
                backoff.pause(tries);
            }
        }
    }
}
