package dev.perennial.bootstrap.story.shops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contract.activity.v1.Activity;
import dev.perennial.contract.activity.v1.Custom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The running club's leaderboard, and a team that gets far together. */
@ExtendWith(BooksBalance.class)
class RunningTeamStoryTest {

    private final ExampleShop club =
            ExampleShop.running("running-club").enrols("eliud").enrols("faith").enrols("tom");
    private final Team team = new Team(club, "month", "lake-runners");

    @Test
    void theMonthIsRankedAmongThoseWhoWantToBeSeenAndFinalAfterTwoDays() {
        club.at("2026-01-10T07:00").tells("faith", run(30_000));
        assertThat(team.asksToBeSeen("eliud", "Fast Fox")).contains("on the leaderboard month");
        team.asksToBeSeen("faith", "Bolt");
        club.tells("eliud", run(30_000));
        club.tells("tom", run(90_000));
        assertThat(team.ranksOf(1))
                .as("Tom has not asked; of the same rank, who was enrolled first comes first")
                .containsExactly("1 Fast Fox 30000", "1 Bolt 30000");

        club.at("2026-02-02T23:59");
        assertThat(team.stateOf(1)).isEqualTo("SETTLING");
        club.tellsLate("faith", "2026-01-31T18:00", run(1_000));
        assertThat(team.ranksOf(1)).containsExactly("1 Bolt 31000", "2 Fast Fox 30000");
        assertThat(team.ranksOf(2)).isEmpty();

        club.at("2026-02-03T00:00");
        assertThat(team.stateOf(1)).isEqualTo("FROZEN");
        assertThat(club.tellsLate("eliud", "2026-01-31T18:00", run(5_000)))
                .as("it earns its points")
                .contains("2026-02-03T00:00 EARN 5 points ISSUED→AVAILABLE (every-kilometre)");
        assertThat(team.ranksOf(1)).as("and moves nothing").containsExactly("1 Bolt 31000", "2 Fast Fox 30000");
    }

    @Test
    void aTeamIsAsFarAsAllOfItsMembersAndThanksThoseWhoHaveRun() {
        club.tells("eliud", run(40_000));
        for (String member : new String[] {"eliud", "faith", "tom"}) {
            assertThat(team.joins(member)).contains("in the club lake-runners");
        }
        assertThat(team.progress().getTotal())
                .as("what was run before does not count")
                .isZero();

        club.at("2026-01-10T06:00").tells("eliud", run(60_000));
        club.at("2026-01-10T07:00").tells("faith", run(39_999));
        assertThat(team.progress().getStages(0).getMissing()).isEqualTo(1);
        club.tells("faith", run(1));
        club.at("2026-01-10T07:01");
        assertThat(team.progress().getTotal()).isEqualTo(100_000);
        assertThat(club.happenedTo("eliud"))
                .containsExactly(
                        "2026-01-10T07:00 CLUB_GOAL",
                        "2026-01-10T07:00 EARN 20 points ISSUED→AVAILABLE (challenge:together:1)");
        assertThat(club.happenedTo("faith"))
                .as("comes after her own run of that moment, by a microsecond")
                .containsExactly(
                        "2026-01-10T07:00:00.000001 CLUB_GOAL",
                        "2026-01-10T07:00 EARN 20 points ISSUED→PENDING (challenge:together:1)",
                        "2026-01-10T07:00:00.000001 ACTIVATE 20 points PENDING→AVAILABLE (challenge:together:1)");
        assertThat(club.happenedTo("tom")).as("has not run").isEmpty();
        assertThat(club.owns("eliud")).isEqualTo("hundred_k 1, points 137"); // 40 + 10, 42 + 25 and 20
    }

    private static Activity.Builder run(int metres) {
        return Activity.newBuilder()
                .putAttributes("metres", Integer.toString(metres))
                .setCustom(Custom.newBuilder().setName("run"));
    }
}
