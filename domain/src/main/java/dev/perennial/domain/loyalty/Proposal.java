package dev.perennial.domain.loyalty;

import dev.perennial.domain.shared.MemberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A correction by hand that somebody proposed, for somebody else to decide on.
 *
 * @param number of the command that proposed it, within the member
 * @param reason why; statements show it once it is carried out
 * @param proposer who, as the caller names them
 * @param expiresAt the first moment at which nobody can decide on it any more
 * @param state as it was written down; see {@link #stateAt}
 * @param decider who approved or rejected it; empty while nobody did
 * @param decidedBy the number of the command that did; 0 while none did
 * @param because why it was rejected; otherwise empty
 */
public record Proposal(
        MemberId member,
        long number,
        Correction what,
        String reason,
        String proposer,
        Instant proposedAt,
        Instant expiresAt,
        ProposalState state,
        String decider,
        @Nullable Instant decidedAt,
        long decidedBy,
        String because) {

    static Proposal open(
            MemberId member,
            long number,
            Correction what,
            String reason,
            String proposer,
            Instant at,
            Instant expiresAt) {
        return new Proposal(member, number, what, reason, proposer, at, expiresAt, ProposalState.OPEN, "", null, 0, "");
    }

    /** What it is by then. */
    public ProposalState stateAt(Instant now) {
        return state == ProposalState.OPEN && !now.isBefore(expiresAt) ? ProposalState.LAPSED : state;
    }

    Proposal decided(ProposalState next, String by, Instant at, long command, String why) {
        return new Proposal(member, number, what, reason, proposer, proposedAt, expiresAt, next, by, at, command, why);
    }
}
