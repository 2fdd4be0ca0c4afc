package dev.perennial.bootstrap.story.shops;

import com.google.protobuf.Timestamp;
import dev.perennial.contract.feed.v1.Event;
import dev.perennial.contract.feed.v1.LevelChanged;
import dev.perennial.contract.feed.v1.MembershipChanged;
import dev.perennial.contract.ledger.v1.Account;
import dev.perennial.contract.ledger.v1.Entry;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * What happened to a member, in the shop's local time and with the rule that made it:
 * {@code 2026-03-02T19:00 EARN 1 stamp ISSUED→AVAILABLE (dine-in)}. Equal lines that follow each other are one.
 */
record Diary(ZoneId zone) {

    List<String> of(List<Event> events) {
        List<String> lines = new ArrayList<>();
        String last = "";
        int times = 0;
        for (Event event : events) {
            String line = line(event);
            times = line.equals(last) ? times + 1 : 1;
            if (times > 1) {
                lines.removeLast();
            }
            lines.add(times > 1 ? times + "× " + line : line);
            last = line;
        }
        return lines;
    }

    LocalDateTime local(Timestamp moment) {
        return LocalDateTime.ofInstant(Instant.ofEpochSecond(moment.getSeconds(), moment.getNanos()), zone);
    }

    private String line(Event event) {
        return switch (event.getEventCase()) {
            case MEMBER_ENROLLED -> "enrolled";
            case PROFILE_UPDATED -> "profile updated";
            case ACTIVITY_RECORDED ->
                local(event.getActivityRecorded().getOccurredAt()) + " "
                        + event.getActivityRecorded().getType().name().replace("ACTIVITY_TYPE_", "");
            case UNITS_MOVED -> line(event.getUnitsMoved().getEntry());
            case LEVEL_CHANGED -> line(event.getLevelChanged());
            case MEMBERSHIP_CHANGED -> line(event.getMembershipChanged());
            case REDEMPTION_CHANGED ->
                local(event.getRedemptionChanged().getAt()) + " "
                        + event.getRedemptionChanged().getRewardId() + " "
                        + event.getRedemptionChanged().getTo();
            case VOUCHER_CHANGED ->
                local(event.getVoucherChanged().getAt()) + " voucher "
                        + event.getVoucherChanged().getTo();
            case CHECKOUT_CHANGED ->
                local(event.getCheckoutChanged().getAt()) + " order "
                        + event.getCheckoutChanged().getOrderId() + " "
                        + event.getCheckoutChanged().getTo();
            case TRANSFER_SENT ->
                local(event.getTransferSent().getAt()) + " sent "
                        + event.getTransferSent().getAmount() + " to "
                        + event.getTransferSent().getToMemberId();
            case TRANSFER_RECEIVED ->
                local(event.getTransferReceived().getAt()) + " received "
                        + event.getTransferReceived().getAmount() + " of "
                        + event.getTransferReceived().getFromMemberId();
            case TRANSFER_RETURNED ->
                local(event.getTransferReturned().getAt()) + " returned, "
                        + event.getTransferReturned().getReason();
            case ADJUSTMENT_PROPOSAL_CHANGED ->
                local(event.getAdjustmentProposalChanged().getAt()) + " proposal "
                        + event.getAdjustmentProposalChanged().getTo();
            case POOL_PLACE_CHANGED ->
                local(event.getPoolPlaceChanged().getAt()) + " "
                        + event.getPoolPlaceChanged().getTo() + " in "
                        + event.getPoolPlaceChanged().getPoolId();
            case GUEST_ORDERS_CLAIMED ->
                local(event.getGuestOrdersClaimed().getAt()) + " claimed "
                        + String.join(", ", event.getGuestOrdersClaimed().getOrderIdsList());
            case MEMBERS_MERGED ->
                event.getMembersMerged().getFromMemberId() + " merged into "
                        + event.getMembersMerged().getIntoMemberId();
            case RAFFLE_WON ->
                local(event.getRaffleWon().getDrawnAt()) + " won "
                        + event.getRaffleWon().getRaffleId() + ", place "
                        + event.getRaffleWon().getPlace();
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
            case EVENT_NOT_SET -> throw new AssertionError("an event without content");
        };
    }

    private String line(Entry entry) {
        String rule = entry.getCause().getRule();
        return local(entry.getEffectiveAt()) + " "
                + entry.getKind().name().replace("ENTRY_KIND_", "") + " " + entry.getAmount() + " " + entry.getUnit()
                + " " + account(entry.getFrom()) + "→" + account(entry.getTo())
                + (rule.isEmpty() ? "" : " (" + rule + ")");
    }

    private String line(LevelChanged change) {
        return local(change.getAt()) + " level " + orNone(change.getFrom()) + "→" + orNone(change.getTo()) + " "
                + change.getReason();
    }

    private String line(MembershipChanged change) {
        return local(change.getAt()) + " " + change.getPlan() + " " + change.getFrom() + "→" + change.getTo();
    }

    private static String orNone(String level) {
        return level.isEmpty() ? "none" : level;
    }

    private static String account(Account account) {
        return account.name().replace("ACCOUNT_", "");
    }
}
