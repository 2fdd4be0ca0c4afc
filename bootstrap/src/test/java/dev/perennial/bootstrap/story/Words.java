package dev.perennial.bootstrap.story;

import com.google.protobuf.Timestamp;
import dev.perennial.contract.feed.v1.Event;
import dev.perennial.contract.ledger.v1.Account;
import dev.perennial.contract.ledger.v1.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Entries and events in one line each, such as {@code EARN 80 ISSUED→PENDING lot 1 @day 1}. */
final class Words {

    private Words() {}

    static List<String> of(List<Entry> entries) {
        return entries.stream().map(Words::of).toList();
    }

    static String of(Entry entry) {
        return entry.getKind().name().replace("ENTRY_KIND_", "") + " " + entry.getAmount() + " "
                + account(entry.getFrom()) + "→" + account(entry.getTo())
                + (entry.hasLotNumber() ? " lot " + entry.getLotNumber() : "") + " @day " + day(entry.getEffectiveAt());
    }

    static String of(Event event) {
        return switch (event.getEventCase()) {
            case MEMBER_ENROLLED -> event.getMemberEnrolled().getImported() ? "imported" : "enrolled";
            case PROFILE_UPDATED -> "profile updated";
            case ACTIVITY_RECORDED ->
                event.getActivityRecorded().getType().name().replace("ACTIVITY_TYPE_", "") + " recorded";
            case LEADERBOARD_JOINED ->
                "on the leaderboard " + event.getLeaderboardJoined().getLeaderboardId();
            case LEADERBOARD_LEFT ->
                "off the leaderboard " + event.getLeaderboardLeft().getLeaderboardId();
            case CLUB_JOINED -> "in the club " + event.getClubJoined().getClubId();
            case CLUB_LEFT -> "out of the club " + event.getClubLeft().getClubId();
            case MEMBER_STATUS_CHANGED ->
                event.getMemberStatusChanged().getFrom() + "→"
                        + event.getMemberStatusChanged().getTo()
                        + (event.getMemberStatusChanged().getStaff() ? " staff" : "");
            case IDENTIFIER_ADDED -> "known by " + event.getIdentifierAdded().getKind();
            case IDENTIFIER_REMOVED ->
                "not known by " + event.getIdentifierRemoved().getKind();
            case LEVEL_CHANGED ->
                "level " + event.getLevelChanged().getFrom() + "→"
                        + event.getLevelChanged().getTo() + " "
                        + event.getLevelChanged().getReason() + " @day "
                        + day(event.getLevelChanged().getAt());
            case MEMBERSHIP_CHANGED ->
                event.getMembershipChanged().getPlan() + " "
                        + event.getMembershipChanged().getFrom() + "→"
                        + event.getMembershipChanged().getTo() + " @day "
                        + day(event.getMembershipChanged().getAt());
            case REDEMPTION_CHANGED ->
                event.getRedemptionChanged().getRewardId() + " "
                        + event.getRedemptionChanged().getTo() + " @day "
                        + day(event.getRedemptionChanged().getAt());
            case VOUCHER_CHANGED ->
                "voucher " + event.getVoucherChanged().getTo() + " @day "
                        + day(event.getVoucherChanged().getAt());
            case CHECKOUT_CHANGED ->
                "order " + event.getCheckoutChanged().getOrderId() + " "
                        + event.getCheckoutChanged().getTo() + " @day "
                        + day(event.getCheckoutChanged().getAt());
            case TRANSFER_SENT ->
                "sent " + event.getTransferSent().getAmount() + " to "
                        + event.getTransferSent().getToMemberId() + " @day "
                        + day(event.getTransferSent().getAt());
            case TRANSFER_RECEIVED ->
                "received " + event.getTransferReceived().getAmount() + " of "
                        + event.getTransferReceived().getFromMemberId() + " @day "
                        + day(event.getTransferReceived().getAt());
            case TRANSFER_RETURNED ->
                "returned " + event.getTransferReturned().getAmount() + ", "
                        + event.getTransferReturned().getReason() + " @day "
                        + day(event.getTransferReturned().getAt());
            case ADJUSTMENT_PROPOSAL_CHANGED ->
                "proposal " + event.getAdjustmentProposalChanged().getTo() + " @day "
                        + day(event.getAdjustmentProposalChanged().getAt());
            case POOL_PLACE_CHANGED ->
                event.getPoolPlaceChanged().getTo() + " in "
                        + event.getPoolPlaceChanged().getPoolId() + " as "
                        + event.getPoolPlaceChanged().getRole();
            case GUEST_ORDERS_CLAIMED ->
                "claimed " + String.join(", ", event.getGuestOrdersClaimed().getOrderIdsList());
            case MEMBERS_MERGED ->
                event.getMembersMerged().getFromMemberId() + " merged into "
                        + event.getMembersMerged().getIntoMemberId();
            case RAFFLE_WON ->
                "raffle " + event.getRaffleWon().getRaffleId() + " won, place "
                        + event.getRaffleWon().getPlace() + " @day "
                        + day(event.getRaffleWon().getDrawnAt());
            case UNITS_MOVED -> of(event.getUnitsMoved().getEntry());
            case EVENT_NOT_SET -> throw new AssertionError("an event without content");
        };
    }

    private static String account(Account account) {
        return account.name().replace("ACCOUNT_", "");
    }

    private static long day(Timestamp moment) {
        return Duration.between(Platform.START, Instant.ofEpochSecond(moment.getSeconds(), moment.getNanos()))
                .toDays();
    }
}
