package dev.perennial.application.storage;

import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.shared.TenantId;
import java.time.Instant;
import java.util.Optional;

/** What was recorded of a member becomes another's. Both are locked. */
public interface MemberMerges {

    /** What has to be settled first; empty when nothing has. */
    Optional<Conflict> conflict(TenantId tenant, MemberState from, MemberState into);

    /**
     * Gives everything of the one to the other, numbered after what that has. What follows from it all together
     * (the fold, its checkpoints, the level) is not decided by it: the survivor has to be read again. From now on the id
     * of the one leads to the other.
     *
     * @param from as it is stored now; nothing of it is on its way to somebody else
     * @param into as it is stored now
     */
    void move(TenantId tenant, MemberState from, MemberState into, Instant at);

    /**
     * Something that two members cannot both bring along.
     *
     * @param subject the id of what it is about; empty when there is no such
     */
    record Conflict(Kind kind, String subject) {}

    /** What is in the way. */
    enum Kind {
        /** Both have to do with the order of this id. */
        ORDER,
        /** Units of the one, or for it, are on their way. */
        TRANSFER,
        /** The one is on the list of a raffle, or that is being made. */
        RAFFLE,
        /** A correction of the one waits for somebody else to decide on it. */
        PROPOSAL
    }
}
