package dev.perennial.application.storage;

import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.RequestKey;
import dev.perennial.domain.loyalty.Decision;
import dev.perennial.domain.loyalty.Proposal;
import dev.perennial.domain.loyalty.replay.Asked;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A decision and what is kept of the request that asked for it.
 *
 * @param request null for what happens by itself
 */
public record Effect(Decision decision, @Nullable Request request, Instant decidedAt) {

    /**
     * The request behind a decision. Its reply is kept in the row of its activity or command.
     *
     * @param kind what the request asked for; it decides which row keeps the reply
     * @param number the activity's or command's number within the member
     * @param note why a correction by hand was made; empty otherwise
     * @param actor who asked for it, as the caller names them; empty when not told
     * @param asked what a command asked for, so that it can be decided once more under another program
     * @param approver who else approved it; empty when nobody did
     * @param bulkApproval the position of that approval when it is one of a bulk; 0 otherwise
     * @param proposal a proposed correction as the command leaves it; null for most commands
     */
    public record Request(
            RequestKey key,
            Kind kind,
            long number,
            String note,
            String actor,
            Payload reply,
            Asked asked,
            String approver,
            long bulkApproval,
            @Nullable Proposal proposal) {

        /** Of something that cannot be decided once more. */
        public Request(RequestKey key, Kind kind, long number, String note, String actor, Payload reply) {
            this(key, kind, number, note, actor, reply, Asked.UNTOLD, "", 0, null);
        }

        /** Of nobody in particular. */
        public Request(RequestKey key, Kind kind, long number, String note, Payload reply) {
            this(key, kind, number, note, "", reply);
        }

        /** The same, with what it asked for. */
        public Request asking(Asked what) {
            return new Request(key, kind, number, note, actor, reply, what, approver, bulkApproval, proposal);
        }

        /** The same, approved by somebody else; by nobody when that is empty. */
        public Request approvedBy(String other) {
            return approvedBy(other, 0);
        }

        /** The same, a line of a bulk that somebody else approved. */
        public Request approvedBy(String other, long approval) {
            return new Request(key, kind, number, note, actor, reply, asked, other, approval, proposal);
        }

        /** The same, with a proposal. */
        public Request leaving(Proposal changed) {
            return new Request(key, kind, number, note, actor, reply, asked, approver, bulkApproval, changed);
        }
    }

    /** What a request asked for. */
    public enum Kind {
        ACTIVITY,
        ENROL_MEMBER,
        IMPORT_MEMBER,
        UPDATE_MEMBER,
        ADD_IDENTIFIER,
        REMOVE_IDENTIFIER,
        SET_MEMBER_STATUS,
        MERGE_MEMBERS,
        CLAIM_GUEST_ORDERS,
        JOIN_LEADERBOARD,
        LEAVE_LEADERBOARD,
        JOIN_CLUB,
        LEAVE_CLUB,
        ADJUST_UNITS,
        REINSTATE_UNITS,
        ADJUST_APPROVED,
        PROPOSE_ADJUSTMENT,
        REJECT_ADJUSTMENT,
        RESERVE_REWARD,
        REDEEM_REWARD,
        REDEEM_RESERVATION,
        CANCEL_RESERVATION,
        REVERSE_REDEMPTION,
        USE_VOUCHER,
        TRANSFER_UNITS,
        RECEIVE_TRANSFER,
        RETURN_TRANSFER,
        CREATE_POOL,
        INVITE_TO_POOL,
        JOIN_POOL,
        LEAVE_POOL,
        CHANGE_POOL_ROLE,
        PUT_INTO_POOL,
        TAKE_FROM_POOL,
        RESERVE_CHECKOUT,
        CANCEL_CHECKOUT;

        public boolean isCommand() {
            return this != ACTIVITY;
        }
    }
}
