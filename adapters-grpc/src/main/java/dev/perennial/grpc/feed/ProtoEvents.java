package dev.perennial.grpc.feed;

import dev.perennial.application.shared.Payload;
import dev.perennial.contract.feed.v1.ActivityRecorded;
import dev.perennial.contract.feed.v1.CheckoutChanged;
import dev.perennial.contract.feed.v1.LevelChanged;
import dev.perennial.contract.feed.v1.MemberEnrolled;
import dev.perennial.contract.feed.v1.MembershipChanged;
import dev.perennial.contract.feed.v1.ProfileUpdated;
import dev.perennial.contract.feed.v1.RaffleWon;
import dev.perennial.contract.feed.v1.RedemptionChanged;
import dev.perennial.contract.feed.v1.UnitsMoved;
import dev.perennial.contract.feed.v1.VoucherChanged;
import dev.perennial.domain.feed.Event;
import dev.perennial.grpc.activity.ActivityTypes;
import dev.perennial.grpc.ledger.LedgerTranslator;
import dev.perennial.grpc.shared.Etag;
import dev.perennial.grpc.shared.Replies;
import dev.perennial.grpc.shared.Times;
import java.util.function.Function;

/** Events as the bytes of {@code perennial.feed.v1.Event}. */
public final class ProtoEvents implements Function<Event, Payload> {

    @Override
    public Payload apply(Event event) {
        return Replies.payload(toProto(event));
    }

    private static dev.perennial.contract.feed.v1.Event toProto(Event event) {
        var proto = dev.perennial.contract.feed.v1.Event.newBuilder();
        switch (event) {
            case Event.MemberEnrolled(boolean imported) ->
                proto.setMemberEnrolled(MemberEnrolled.newBuilder().setImported(imported));
            case Event.ProfileUpdated(var revision) ->
                proto.setProfileUpdated(ProfileUpdated.newBuilder().setEtag(Etag.of(revision)));
            case Event.ActivityRecorded(var number, var type, var occurredAt) ->
                proto.setActivityRecorded(ActivityRecorded.newBuilder()
                        .setActivityNumber(number)
                        .setType(ActivityTypes.toProto(type))
                        .setOccurredAt(Times.toProto(occurredAt)));
            case Event.LevelChanged(var at, var from, var to, var reason) ->
                proto.setLevelChanged(LevelChanged.newBuilder()
                        .setAt(Times.toProto(at))
                        .setFrom(from)
                        .setTo(to)
                        .setReason(reason));
            case Event.MembershipChanged(var at, var plan, var from, var to) ->
                proto.setMembershipChanged(MembershipChanged.newBuilder()
                        .setAt(Times.toProto(at))
                        .setPlan(plan)
                        .setFrom(from)
                        .setTo(to));
            case Event.RedemptionChanged(var at, var number, var reward, var from, var to) ->
                proto.setRedemptionChanged(RedemptionChanged.newBuilder()
                        .setAt(Times.toProto(at))
                        .setRedemptionNumber(number)
                        .setRewardId(reward)
                        .setFrom(from)
                        .setTo(to));
            case Event.CheckoutChanged(var at, var number, var orderId, var from, var to, var returned) ->
                proto.setCheckoutChanged(CheckoutChanged.newBuilder()
                        .setAt(Times.toProto(at))
                        .setRedemptionNumber(number)
                        .setOrderId(orderId)
                        .setFrom(from)
                        .setTo(to)
                        .setReturned(returned));
            case Event.VoucherChanged(var at, var number, var reward, var from, var to, var usedFor) ->
                proto.setVoucherChanged(VoucherChanged.newBuilder()
                        .setAt(Times.toProto(at))
                        .setRedemptionNumber(number)
                        .setRewardId(reward)
                        .setFrom(from)
                        .setTo(to)
                        .setUsedFor(usedFor));
            case Event.TransferSent(var at, var number, var to, var unit, var amount) ->
                proto.getTransferSentBuilder()
                        .setAt(Times.toProto(at))
                        .setTransferNumber(number)
                        .setToMemberId(to)
                        .setUnit(unit)
                        .setAmount(amount);
            case Event.TransferReceived(var at, var from, var number, var unit, var amount) ->
                proto.getTransferReceivedBuilder()
                        .setAt(Times.toProto(at))
                        .setFromMemberId(from)
                        .setTransferNumber(number)
                        .setUnit(unit)
                        .setAmount(amount);
            case Event.TransferReturned(var at, var number, var to, var unit, var amount, var reason) ->
                proto.getTransferReturnedBuilder()
                        .setAt(Times.toProto(at))
                        .setTransferNumber(number)
                        .setToMemberId(to)
                        .setUnit(unit)
                        .setAmount(amount)
                        .setReason(reason);
            case Event.AdjustmentProposalChanged(var at, var number, var unit, var amount, var from, var to) ->
                proto.getAdjustmentProposalChangedBuilder()
                        .setAt(Times.toProto(at))
                        .setProposalNumber(number)
                        .setUnit(unit)
                        .setAmount(amount)
                        .setFrom(from)
                        .setTo(to);
            case Event.PoolPlaceChanged(var at, var pool, var from, var to, var role) ->
                proto.getPoolPlaceChangedBuilder()
                        .setAt(Times.toProto(at))
                        .setPoolId(pool)
                        .setFrom(from)
                        .setTo(to)
                        .setRole(role);
            case Event.GuestOrdersClaimed(var at, var orders) ->
                proto.getGuestOrdersClaimedBuilder().setAt(Times.toProto(at)).addAllOrderIds(orders);
            case Event.MembersMerged(var at, var from, var into, var activities, var commands, var entries) ->
                proto.getMembersMergedBuilder()
                        .setAt(Times.toProto(at))
                        .setFromMemberId(from)
                        .setIntoMemberId(into)
                        .setAddedToActivityNumbers(activities)
                        .setAddedToCommandNumbers(commands)
                        .setAddedToEntryNumbers(entries);
            case Event.RaffleWon(var at, var raffle, var place, var ticket) ->
                proto.setRaffleWon(RaffleWon.newBuilder()
                        .setDrawnAt(Times.toProto(at))
                        .setRaffleId(raffle)
                        .setPlace(place)
                        .setTicket(ticket));
            case Event.LeaderboardJoined(var leaderboard) ->
                proto.getLeaderboardJoinedBuilder().setLeaderboardId(leaderboard);
            case Event.LeaderboardLeft(var leaderboard) ->
                proto.getLeaderboardLeftBuilder().setLeaderboardId(leaderboard);
            case Event.ClubJoined(var club) -> proto.getClubJoinedBuilder().setClubId(club);
            case Event.ClubLeft(var club) -> proto.getClubLeftBuilder().setClubId(club);
            case Event.IdentifierAdded(var number, var kind, var name) ->
                proto.getIdentifierAddedBuilder()
                        .setIdentifierNumber(number)
                        .setKind(kind)
                        .setName(name);
            case Event.IdentifierRemoved(var number, var kind, var name) ->
                proto.getIdentifierRemovedBuilder()
                        .setIdentifierNumber(number)
                        .setKind(kind)
                        .setName(name);
            case Event.MemberStatusChanged(var from, var to, var staff) ->
                proto.getMemberStatusChangedBuilder().setFrom(from).setTo(to).setStaff(staff);
            case Event.UnitsMoved(var entry) ->
                proto.setUnitsMoved(UnitsMoved.newBuilder().setEntry(LedgerTranslator.entry(entry)));
        }
        return proto.build();
    }
}
