package dev.perennial.domain.feed;

import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.ledger.Entry;
import java.time.Instant;
import java.util.List;

/** Something that was committed for one member. */
public sealed interface Event {

    /**
     * The member was enrolled; always the first of a member's events.
     *
     * @param imported whether it came along from another system, and needs no welcome
     */
    record MemberEnrolled(boolean imported) implements Event {}

    /** The member's profile changed; what it is now must be asked for. */
    record ProfileUpdated(long revision) implements Event {}

    /**
     * The member is known by one more identifier, which itself is not told.
     *
     * @param number the identifier's within the member
     * @param kind in the words of the member's identifiers
     * @param name the caller's own for a custom one; empty otherwise
     */
    record IdentifierAdded(long number, String kind, String name) implements Event {}

    /** The member is not known by the identifier any more. */
    record IdentifierRemoved(long number, String kind, String name) implements Event {}

    /**
     * The member's status was set.
     *
     * @param from the status until then, in the words of the member's status
     * @param staff whether the member counts as staff since then
     */
    record MemberStatusChanged(String from, String to, boolean staff) implements Event {}

    /** A fact was recorded. */
    record ActivityRecorded(long activityNumber, ActivityType type, Instant occurredAt) implements Event {}

    /** The member's standing changed. */
    sealed interface StandingEvent extends Event {

        /** Since when. */
        Instant at();
    }

    /**
     * The member's level became another one.
     *
     * @param at since when
     * @param from the id of the level until then; empty for none
     * @param to the id of the level since then; empty for none
     * @param reason why, in the words of the standing
     */
    record LevelChanged(Instant at, String from, String to, String reason) implements StandingEvent {}

    /**
     * A paid membership came into another state.
     *
     * @param at since when
     * @param plan the id of the plan
     * @param from the state until then, in the words of the standing
     */
    record MembershipChanged(Instant at, String plan, String from, String to) implements StandingEvent {}

    /**
     * The member was drawn as a winner. What is refunded later may still disqualify the member, and let somebody else
     * win who has no such event.
     *
     * @param at when the raffle was drawn
     * @param raffle the id of the raffle
     * @param place the place in the sequence of the draw, from 1
     * @param ticket the number of the ticket that was drawn
     */
    record RaffleWon(Instant at, String raffle, int place, long ticket) implements Event {}
    /** The member is seen on a leaderboard from now on. */
    record LeaderboardJoined(String leaderboard) implements Event {}

    /** The member is not seen on a leaderboard any more. */
    record LeaderboardLeft(String leaderboard) implements Event {}

    /** The member belongs to a club from now on. */
    record ClubJoined(String club) implements Event {}

    /** The member does not belong to the club any more. */
    record ClubLeft(String club) implements Event {}

    /**
     * A reward that the member has asked for came into another state.
     *
     * @param at since when
     * @param redemptionNumber within the member
     * @param reward the id of the reward
     * @param from the state until then, in the words of the redemption; empty when it was just asked for
     */
    record RedemptionChanged(Instant at, long redemptionNumber, String reward, String from, String to)
            implements Event {}

    /**
     * A voucher came into another state. Its code is not told: whoever has it can use it.
     *
     * @param at since when
     * @param from the state until then, in the words of the voucher; empty when it was just issued
     * @param usedFor what it was used for; empty when it was not
     */
    record VoucherChanged(Instant at, long redemptionNumber, String reward, String from, String to, String usedFor)
            implements Event {}

    /**
     * What is held for an order came into another state, or units that paid for it went back.
     *
     * @param redemptionNumber within the member
     * @param orderId the caller's id of the order
     * @param from the state until then, in the words of the redemption; empty when it was just reserved
     * @param returned how many units went back so far
     */
    record CheckoutChanged(Instant at, long redemptionNumber, String orderId, String from, String to, long returned)
            implements Event {}

    /**
     * The member has sent units to another one.
     *
     * @param transferNumber within the member
     * @param to the other's id
     */
    record TransferSent(Instant at, long transferNumber, String to, String unit, long amount) implements Event {}

    /**
     * The member has received units of another one.
     *
     * @param from the other's id
     * @param transferNumber within the sender
     */
    record TransferReceived(Instant at, String from, long transferNumber, String unit, long amount) implements Event {}

    /**
     * Units that the member has sent came back.
     *
     * @param transferNumber within the member
     * @param to the id of whom they were sent to
     * @param reason why they could not be received, in the words of refusals
     */
    record TransferReturned(Instant at, long transferNumber, String to, String unit, long amount, String reason)
            implements Event {}

    /**
     * The member's place in a pool changed, or its role there.
     *
     * @param pool the caller's own id of it
     * @param from the state of the place until then, in the words of the place; empty for a new one
     */
    record PoolPlaceChanged(Instant at, String pool, String from, String to, String role) implements Event {}

    /**
     * A correction by hand was proposed, or somebody else decided on it.
     *
     * @param number the proposal's within the member
     * @param amount in the unit's smallest step, negative when units are to be taken; 0 for all that ran out and is meant
     * @param from the state until then, in the words of the proposal; empty for a new one
     */
    record AdjustmentProposalChanged(Instant at, long number, String unit, long amount, String from, String to)
            implements Event {}

    /**
     * Orders that the member had made as a guest are the member's now; what was told of them was recorded before this.
     *
     * @param orders the caller's ids, in the order of their purchases
     */
    record GuestOrdersClaimed(Instant at, List<String> orders) implements Event {

        public GuestOrdersClaimed {
            orders = List.copyOf(orders);
        }
    }

    /**
     * Two members became one. It is the last event of the one that was merged, and it is told of the survivor, too.
     *
     * @param from the id of the one that was merged
     * @param into the survivor's id
     * @param activities what was added to the numbers of the one's activities
     * @param commands what was added to the numbers of its commands, and of what goes by these, such as redemptions
     * @param entries what was added to the numbers of its entries
     */
    record MembersMerged(Instant at, String from, String into, long activities, long commands, long entries)
            implements Event {}

    /** Units moved. */
    record UnitsMoved(Entry entry) implements Event {}
}
