package dev.perennial.bootstrap.story;

import static dev.perennial.bootstrap.story.AProgram.aProgram;
import static dev.perennial.bootstrap.story.ARule.aRule;
import static dev.perennial.bootstrap.story.Days.day;
import static dev.perennial.bootstrap.story.Days.euros;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import dev.perennial.contract.activity.v1.ListActivitiesRequest;
import dev.perennial.contract.loyalty.v1.CancelMembershipRequest;
import dev.perennial.contract.loyalty.v1.CancelMembershipResponse;
import dev.perennial.contract.loyalty.v1.CancellationTime;
import dev.perennial.contract.loyalty.v1.EarnedGround;
import dev.perennial.contract.loyalty.v1.ExplainStandingRequest;
import dev.perennial.contract.loyalty.v1.GetStandingRequest;
import dev.perennial.contract.loyalty.v1.LevelThreshold;
import dev.perennial.contract.loyalty.v1.ListStandingChangesRequest;
import dev.perennial.contract.loyalty.v1.MatchStatusRequest;
import dev.perennial.contract.loyalty.v1.Membership;
import dev.perennial.contract.loyalty.v1.MembershipState;
import dev.perennial.contract.loyalty.v1.Standing;
import dev.perennial.contract.loyalty.v1.StandingChange;
import dev.perennial.contract.loyalty.v1.StartTrialRequest;
import dev.perennial.contract.loyalty.v1.StatusMatch;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Levels and memberships over gRPC: earned, reviewed, matched, paid for, and what is told of all that. */
class StandingStoryTest {

    private static final Instant END_OF_2026 = Instant.parse("2026-12-31T23:00:00Z"); // midnight in Berlin
    private static final Instant END_OF_GRACE = Instant.parse("2028-01-30T23:00:00Z");

    private final Shop shop = Platform.newShop()
            .runs(aProgram(aRule("base").perEuro(1)).withLevelsAndAClub())
            .enrols("alice");

    @Test
    void aLevelIsEarnedReviewedKeptInGraceAndLost() {
        shop.buys("alice", "o1", euros(350)).at(day(1));
        shop.refunds("alice", "o1", "r1", euros(20)).at(day(2));
        Standing gold = standing();
        assertThat(gold.getLevel().getName()).isEqualTo("Gold");
        assertThat(gold.getLevel().getRank()).isEqualTo(2);
        assertThat(gold.getLevel().getSince()).isEqualTo(moment(day(1)));
        assertThat(gold.getBenefitsList())
                .extracting(benefit -> benefit.getId())
                .containsExactly("lounge");
        assertThat(gold.getNextLevel().getId()).isEqualTo("platinum");
        assertThat(gold.getNextLevel().getMissing()).isEqualTo(270);
        assertThat(gold.getReview().getAt()).isEqualTo(moment(END_OF_2026));
        assertThat(gold.getReview().getKept()).isTrue();
        EarnedGround why = explained();
        assertThat(why.getContributionsList()).hasSize(1);
        assertThat(why.getContributions(0).getLost()).isEqualTo(20);
        assertThat(reached(why)).isEqualTo("gold");

        // A year later it stands by what was earned then, and so does the explanation.
        Platform.advanceTo(day(500));
        assertThat(standing().getReview().getLevel()).isEmpty();
        assertThat(explained().getKept()).isEqualTo("gold");
        assertThat(reached(explained())).isEmpty();

        // Two years later the review is not passed. Nobody has written it down, and it is so anyway.
        Platform.reach(day(730));
        assertThat(standing().getLevel().getId()).isEqualTo("gold");
        assertThat(standing().getGraceEndsAt()).isEqualTo(moment(END_OF_GRACE));
        Platform.reach(day(760));
        assertThat(standing().hasLevel()).isFalse();
        assertThat(changes()).containsExactly("→gold LEVEL_MOVE_REASON_EARNED");

        Platform.advanceTo(day(760));
        assertThat(changes()).containsExactly("gold→ LEVEL_MOVE_REASON_REVIEW", "→gold LEVEL_MOVE_REASON_EARNED");
    }

    @Test
    void aMembershipIsTriedPaidForLateRenewedAndCancelled() {
        var _ = shop.standing.startTrial(trial("t1"));
        assertThat(membership()).isEqualTo(club(MembershipState.MEMBERSHIP_STATE_TRIAL, day(14)));
        assertThat(standing().getLevel().getId()).isEqualTo("gold");
        assertThat(standing().getBenefitsList())
                .extracting(benefit -> benefit.getPlan())
                .containsExactly("", "club");

        shop.pays("alice", "club", "p1").at(day(10));
        assertThat(membership()).isEqualTo(club(MembershipState.MEMBERSHIP_STATE_ACTIVE, day(45)));
        Platform.reach(day(46));
        assertThat(membership()).isEqualTo(club(MembershipState.MEMBERSHIP_STATE_GRACE, day(52)));
        shop.pays("alice", "club", "p2").at(day(47));
        assertThat(membership()).isEqualTo(club(MembershipState.MEMBERSHIP_STATE_ACTIVE, day(73)));

        Platform.reach(day(50));
        Reply<CancelMembershipResponse> cancelled = cancels("c1");
        assertThat(membership()).isEqualTo(club(MembershipState.MEMBERSHIP_STATE_CANCELLING, day(73)));
        assertThat(Reply.refusalOf(() -> cancels("c2"))).isEqualTo("FAILED_PRECONDITION MEMBERSHIP_STATE");

        Platform.advanceTo(day(74));
        assertThat(membership().getState()).isEqualTo(MembershipState.MEMBERSHIP_STATE_ENDED);
        assertThat(standing().hasLevel()).isFalse();
        assertThat(Reply.refusalOf(() -> shop.standing.startTrial(trial("t2"))))
                .isEqualTo("FAILED_PRECONDITION MEMBERSHIP_STATE");
        Reply<CancelMembershipResponse> again = cancels("c1");
        assertThat(again.replayed()).isTrue();
        assertThat(again.bytes()).isEqualTo(cancelled.bytes());
        assertThat(Reply.refusalOf(() -> shop.standing.startTrial(trial("c1"))))
                .isEqualTo("FAILED_PRECONDITION KEY_REUSED");
        assertThat(changes())
                .containsExactly(
                        "gold→ LEVEL_MOVE_REASON_MEMBERSHIP",
                        "club CANCELLING→ENDED",
                        "club ACTIVE→CANCELLING",
                        "club GRACE→ACTIVE",
                        "club ACTIVE→GRACE",
                        "club TRIAL→ACTIVE",
                        "→gold LEVEL_MOVE_REASON_MEMBERSHIP",
                        "club NONE→TRIAL");
    }

    @Test
    void aMatchedLevelIsKeptByWhoeverEarnsEnoughMeanwhile() {
        MatchStatusRequest request = MatchStatusRequest.newBuilder()
                .setMemberId("alice")
                .setLevel("silver")
                .setPartner("Other Air")
                .setProof("card 7")
                .setRequestId("m".repeat(128))
                .build();
        Standing matched = shop.standing.matchStatus(request).getStanding();
        assertThat(matched.getLevel().getId()).isEqualTo("silver");
        assertThat(matched.getMatches(0).getRequired()).isEqualTo(50);
        assertThat(Rows.eventsAfter(1, shop, "alice"))
                .containsExactly("STATUS_MATCH recorded", "level →silver MATCH @day 0");
        var recorded = shop.activities.listActivities(
                ListActivitiesRequest.newBuilder().setMemberId("alice").build());
        assertThat(recorded.getActivities(0).getActivity().getSource()).isEqualTo("perennial");
        assertThat(recorded.getActivities(0).getActivity().getStatusMatch().getProof())
                .isEqualTo("card 7");

        shop.buys("alice", "o1", euros(60)).at(day(10));
        Platform.advanceTo(day(91));
        StatusMatch kept = standing().getMatches(0);
        assertThat(kept.getKept()).isTrue();
        assertThat(kept.getEndsAt()).isEqualTo(moment(day(90 + 365)));
        assertThat(standing().getLevel().getId()).isEqualTo("silver");
        var grounds = shop.standing
                .explainStanding(
                        ExplainStandingRequest.newBuilder().setMemberId("alice").build())
                .getGrounds();
        assertThat(grounds.getMatches(0).getActivityNumber()).isEqualTo(1);
        assertThat(reached(grounds.getEarned())).isEmpty();
        Platform.advanceTo(day(456));
        assertThat(standing().hasLevel()).isFalse();
    }

    private Standing standing() {
        return shop.standing
                .getStanding(
                        GetStandingRequest.newBuilder().setMemberId("alice").build())
                .getStanding();
    }

    private Membership membership() {
        return standing().getMemberships(0);
    }

    private static Membership club(MembershipState state, Instant until) {
        return Membership.newBuilder()
                .setPlan("club")
                .setName("Club")
                .setState(state)
                .setUntil(moment(until))
                .build();
    }

    private EarnedGround explained() {
        return shop.standing
                .explainStanding(
                        ExplainStandingRequest.newBuilder().setMemberId("alice").build())
                .getGrounds()
                .getEarned();
    }

    /** By nothing but what is listed. */
    private static String reached(EarnedGround earned) {
        long sum = earned.getMoved();
        for (var contribution : earned.getContributionsList()) {
            sum += contribution.getAmount() - contribution.getLost();
        }
        assertThat(earned.getSum()).isEqualTo(sum);
        String reached = "";
        for (LevelThreshold level : earned.getThresholdsList()) {
            reached = level.getThreshold() <= sum ? level.getLevel() : reached;
        }
        assertThat(earned.getReached()).isEqualTo(reached);
        return reached;
    }

    private List<String> changes() {
        ListStandingChangesRequest request =
                ListStandingChangesRequest.newBuilder().setMemberId("alice").build();
        return shop.standing.listStandingChanges(request).getChangesList().stream()
                .map(StandingStoryTest::words)
                .toList();
    }

    private static String words(StandingChange change) {
        return change.hasLevel()
                ? change.getLevel().getFrom() + "→" + change.getLevel().getTo() + " "
                        + change.getLevel().getReason()
                : change.getMembership().getPlan() + " "
                        + state(change.getMembership().getFrom()) + "→"
                        + state(change.getMembership().getTo());
    }

    private static String state(MembershipState state) {
        return state.name().replace("MEMBERSHIP_STATE_", "");
    }

    private static StartTrialRequest trial(String requestId) {
        return StartTrialRequest.newBuilder()
                .setMemberId("alice")
                .setPlan("club")
                .setRequestId(requestId)
                .build();
    }

    private Reply<CancelMembershipResponse> cancels(String requestId) {
        CancelMembershipRequest request = CancelMembershipRequest.newBuilder()
                .setMemberId("alice")
                .setPlan("club")
                .setWhen(CancellationTime.CANCELLATION_TIME_PERIOD_END)
                .setRequestId(requestId)
                .build();
        return Reply.of(shop.standing, stub -> stub.cancelMembership(request));
    }

    private static Timestamp moment(Instant moment) {
        return Timestamps.fromMillis(moment.toEpochMilli());
    }
}
