package dev.perennial.bootstrap.story.shops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contract.activity.v1.Activity;
import dev.perennial.contract.activity.v1.Custom;
import dev.perennial.contract.loyalty.v1.BadgeBalance;
import dev.perennial.contract.loyalty.v1.ChallengeProgress;
import dev.perennial.contract.loyalty.v1.GetProgressRequest;
import dev.perennial.contract.loyalty.v1.LoyaltyServiceGrpc;
import dev.perennial.contract.loyalty.v1.Progress;
import dev.perennial.contract.loyalty.v1.StageProgress;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Kilometres are points, a month has stages, and two runs a week for four weeks are a badge. */
@ExtendWith(BooksBalance.class)
class RunningClubStoryTest {

    private final ExampleShop club = ExampleShop.running("running-club").enrols("eliud");

    @Test
    void aMonthHasThreeStagesAndBeginsAnew() {
        assertThat(club.at("2026-01-06T07:00").tells("eliud", run(24_999)))
                .containsExactly(
                        "2026-01-06T07:00 CUSTOM",
                        "2026-01-06T07:00 EARN 24 points ISSUED→AVAILABLE (every-kilometre)");
        assertThat(far().getStagesList())
                .extracting(StageProgress::getMissing)
                .as("25,000, 50,000 and 100,000 less 24,999")
                .containsExactly(1L, 25_001L, 75_001L);

        assertThat(club.at("2026-01-07T07:00").tells("eliud", run(30_000)))
                .as("54,999: two stages with one run")
                .containsExactly(
                        "2026-01-07T07:00 CUSTOM",
                        "2026-01-07T07:00 EARN 30 points ISSUED→AVAILABLE (every-kilometre)",
                        "2026-01-07T07:00 EARN 10 points ISSUED→AVAILABLE (challenge:far:1)",
                        "2026-01-07T07:00 EARN 25 points ISSUED→AVAILABLE (challenge:far:2)");
        assertThat(club.at("2026-01-08T07:00").tells("eliud", run(45_001)))
                .as("100,000; the points end with 42 a day")
                .containsExactly(
                        "2026-01-08T07:00 CUSTOM",
                        "2026-01-08T07:00 EARN 42 points ISSUED→AVAILABLE (every-kilometre)",
                        "2026-01-08T07:00 EARN 1 hundred_k ISSUED→AVAILABLE (challenge:far:3)");
        assertThat(club.owns("eliud")).isEqualTo("hundred_k 1, points 131"); // 24 + 30 + 10 + 25 + 42

        assertThat(club.at("2026-02-01T07:00").tells("eliud", run(25_000)))
                .as("February has its own stages")
                .contains("2026-02-01T07:00 EARN 10 points ISSUED→AVAILABLE (challenge:far:1)");
        assertThat(badges()).containsExactly("hundred_k 1");
    }

    @Test
    void fourSteadyWeeksAreABadgeAndFourMoreAnotherOne() {
        // 5 January 2026 is a Monday; each week has a run on Tuesday and one on Thursday.
        for (int week = 0; week < 3; week++) {
            runsTwiceIn(week);
        }
        club.happenedTo("eliud");
        runsOn(6 + 21);
        assertThat(badges()).isEmpty();
        assertThat(steady().getCounter().getValue())
                .as("the fourth has one run yet")
                .isEqualTo(3);
        assertThat(steady().getStages(0).getMissing()).isEqualTo(1);
        assertThat(runsOn(8 + 21)).contains("2026-01-29T07:00 EARN 1 steady ISSUED→AVAILABLE (challenge:steady:1)");

        for (int week = 4; week < 8; week++) {
            runsTwiceIn(week);
        }
        assertThat(badges()).containsExactly("steady 2", "first_ten 1");
        assertThat(steady().getCounter().getValue()).isEqualTo(8);
    }

    @Test
    void aWeekWithoutRunsBeginsTheStreakAnewUnlessItsRunsAreToldLater() {
        runsTwiceIn(0);
        runsTwiceIn(1);
        runsTwiceIn(3);
        assertThat(steady().getCounter().getValue()).isEqualTo(1);

        club.tellsLate("eliud", "2026-01-20T07:00", run(5_000));
        assertThat(steady().getCounter().getValue()).as("one run is not two").isEqualTo(1);
        assertThat(club.tellsLate("eliud", "2026-01-22T07:00", run(5_000)))
                .as("the watch was out of reach: weeks 1 to 4 are complete, as of the last run of the fourth")
                .containsExactly(
                        "2026-01-22T07:00 CUSTOM",
                        "2026-01-29T07:00 EARN 5 points ISSUED→AVAILABLE (every-kilometre)",
                        "2026-01-29T07:00 EARN 1 steady ISSUED→AVAILABLE (challenge:steady:1)");
    }

    @Test
    void aRunWithoutAWholeNumberOfMetresIsARunOfNone() {
        for (String metres : List.of("-5000", "12.5", "far", "")) {
            assertThat(club.tells("eliud", run(0).putAttributes("metres", metres)))
                    .containsExactly("2026-01-05T10:00 CUSTOM");
        }
        assertThat(far().getCounter().getValue()).isZero();
        assertThat(steady().getCounter().getValue()).as("but they are runs").isEqualTo(1);
    }

    private void runsTwiceIn(int week) {
        runsOn(6 + 7 * week);
        runsOn(8 + 7 * week);
    }

    /** Five kilometres on the so-manieth day since New Year's Eve. */
    private List<String> runsOn(int dayOfYear) {
        return club.at(LocalDate.ofYearDay(2026, dayOfYear) + "T07:00").tells("eliud", run(5_000));
    }

    private static Activity.Builder run(int metres) {
        return Activity.newBuilder()
                .putAttributes("metres", Integer.toString(metres))
                .setCustom(Custom.newBuilder().setName("run"));
    }

    private ChallengeProgress far() {
        return progress().getChallenges(0);
    }

    private ChallengeProgress steady() {
        return progress().getChallenges(1);
    }

    private List<String> badges() {
        return progress().getBadgesList().stream()
                .map(RunningClubStoryTest::words)
                .toList();
    }

    private static String words(BadgeBalance badge) {
        return badge.getUnit() + " " + badge.getCount();
    }

    private Progress progress() {
        return LoyaltyServiceGrpc.newBlockingStub(club.channel)
                .getProgress(
                        GetProgressRequest.newBuilder().setMemberId("eliud").build())
                .getProgress();
    }
}
