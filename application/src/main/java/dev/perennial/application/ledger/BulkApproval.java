package dev.perennial.application.ledger;

import dev.perennial.domain.loyalty.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's approval of exactly one content of a bulk.
 *
 * @param position from 1, its place among the approvals of all tenants, in the order in which they were given
 * @param approver who, as the caller names them
 * @param expiresAt the first moment at which it lets nothing be carried out any more
 * @param withdrawal null while nobody has withdrawn it
 */
public record BulkApproval(
        long position,
        Content content,
        String approver,
        Instant approvedAt,
        Instant expiresAt,
        @Nullable Withdrawal withdrawal) {

    /**
     * What is approved.
     *
     * @param bulk the caller's own id of it
     * @param hash of everything that it asks for
     */
    public record Content(String bulk, String hash) {}

    /**
     * Somebody wants it not to hold any more.
     *
     * @param by who, as the caller names them
     * @param because why; may be empty
     */
    public record Withdrawal(String by, Instant at, String because) {}

    /** What became of an approval. */
    public enum State {
        /** What it is about can be carried out. */
        VALID,
        /** Its time is over. That is never written down: time alone makes it so. */
        LAPSED,
        WITHDRAWN
    }

    /** What it is by then. */
    public State stateAt(Instant now) {
        if (withdrawal != null) {
            return State.WITHDRAWN;
        }
        return now.isBefore(expiresAt) ? State.VALID : State.LAPSED;
    }

    /** Whether it is valid by then, and this person's. */
    public boolean holdsOf(String person, Instant now) {
        return stateAt(now) == State.VALID && Actor.same(approver, person);
    }

    /** Whether it is valid by then, and lets this person carry out what it is about: it is somebody else's. */
    public boolean holdsFor(String person, Instant now) {
        return stateAt(now) == State.VALID && !Actor.same(approver, person);
    }

    /** The same, withdrawn if it is valid by then. */
    public BulkApproval without(Withdrawal by) {
        return stateAt(by.at()) == State.VALID
                ? new BulkApproval(position, content, approver, approvedAt, expiresAt, by)
                : this;
    }
}
