package dev.perennial.application.loyalty;

import dev.perennial.application.shared.Backoff;
import dev.perennial.application.storage.Attempts;
import dev.perennial.application.storage.Replan;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.Transaction;
import dev.perennial.domain.shared.TenantId;
import java.time.Duration;
import java.util.Optional;

/**
 * Makes versions known to members whom nobody decides about. Each step is a short transaction that remembers how far it
 * came, so a process that is killed loses nothing, and several at once take turns. One that is done twice does the next
 * one the second time.
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

    private final Attempts attempts;
    private final int members;

    public Replanning(Storage storage, Backoff backoff) {
        this(storage, backoff, MEMBERS);
    }

    Replanning(Storage storage, Backoff backoff, int members) {
        this.attempts = new Attempts(storage, backoff);
        this.members = members;
    }

    /**
     * Plans the next members of whichever tenant waits longest.
     *
     * @return how far that version is now; empty when there is nothing to do
     */
    public Optional<Replan> step() {
        return attempts.transact(tx -> tx.replans().next(ENROLMENTS_END).map(replan -> planned(tx, replan)));
    }

    /**
     * Plans the next members of a sandbox. To be called by whoever has the turn to move its clock: every transaction
     * that began before has ended then, enrolments too.
     *
     * @return how far that version is now; empty when there is nothing to do
     */
    public Optional<Replan> step(TenantId sandbox) {
        return attempts.transact(tx -> tx.replans().nextOf(sandbox).map(replan -> planned(tx, replan)));
    }

    private Replan planned(Transaction tx, Replan replan) {
        return tx.replans().plan(replan, members);
    }
}
