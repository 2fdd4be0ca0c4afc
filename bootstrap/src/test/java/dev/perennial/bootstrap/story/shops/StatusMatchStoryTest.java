package dev.perennial.bootstrap.story.shops;

import static dev.perennial.bootstrap.story.shops.Order.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.bootstrap.story.Reply;
import dev.perennial.contract.activity.v1.Activity;
import dev.perennial.contract.activity.v1.Custom;
import dev.perennial.contract.loyalty.v1.StatusMatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever shows the card of an airline's club gets a level for three months, and keeps it with ten nights. */
@ExtendWith(BooksBalance.class)
class StatusMatchStoryTest {

    private final ExampleShop hotels =
            ExampleShop.running("status-match").enrols("kim").at("2026-01-06T10:00");
    private final Standings standings = new Standings(hotels);

    @Test
    void tenNightsInNinetyDaysKeepTheLevelForTheRestOfTheYear() {
        assertThat(standings.matches("kim", "gold", "Sky Club", "card ending 4711"))
                .containsExactly("2026-01-06T10:00 STATUS_MATCH", "2026-01-06T10:00 level none→gold MATCH");
        assertThat(standings.benefits("kim")).containsExactly("late-checkout", "breakfast");

        // 25 days of January, 28 of February, 31 of March and 6 of April are 90; summer time adds an hour.
        StatusMatch match = standings.of("kim").getMatches(0);
        assertThat(hotels.diary.local(match.getEndsAt())).hasToString("2026-04-06T11:00");
        assertThat(match.getRequired()).as("40 % of 25 nights").isEqualTo(10);

        assertThat(hotels.at("2026-02-10T12:00").tells("kim", stay(4)))
                .containsExactly("2026-02-10T12:00 CUSTOM", "2026-02-10T12:00 EARN 4 night ISSUED→AVAILABLE (nights)");
        hotels.at("2026-03-15T12:00").tells("kim", stay(6));
        assertThat(hotels.at("2026-04-06T11:00").happenedTo("kim"))
                .as("prolonged, so nothing changes")
                .isEmpty();
        match = standings.of("kim").getMatches(0);
        assertThat(match.getKept()).isTrue();
        assertThat(hotels.diary.local(match.getEndsAt()))
                .as("275 days more are 365 from the match on")
                .hasToString("2027-01-06T10:00");
        assertThat(hotels.at("2027-01-07T00:00").happenedTo("kim"))
                .as("silver has been earned with 10 nights meanwhile, in the year since 5 January")
                .containsExactly("2027-01-06T10:00 level gold→silver MATCH_ENDED");
    }

    @Test
    void nineNightsDoNot() {
        standings.matches("kim", "gold", "Sky Club", "card ending 4711");
        hotels.at("2026-03-15T12:00").tells("kim", stay(9));
        assertThat(hotels.at("2026-04-06T11:00").tells("kim", stay(1)))
                .as("the tenth comes at the very moment and is a night too late, but makes silver")
                .containsExactly(
                        "2026-04-06T11:00 level gold→none MATCH_ENDED",
                        "2026-04-06T11:00 CUSTOM",
                        "2026-04-06T11:00 EARN 1 night ISSUED→AVAILABLE (nights)",
                        "2026-04-06T11:00 level none→silver EARNED");
    }

    @Test
    void aNightThatIsToldTooLateStillKeepsTheLevel() {
        standings.matches("kim", "gold", "Sky Club", "card ending 4711");
        hotels.at("2026-03-15T12:00").tells("kim", stay(9));
        assertThat(hotels.at("2026-04-08T12:00").tellsLate("kim", "2026-04-05T12:00", stay(1)))
                .containsExactly(
                        "2026-04-06T11:00 level gold→none MATCH_ENDED",
                        "2026-04-05T12:00 CUSTOM",
                        "2026-04-08T12:00 EARN 1 night ISSUED→AVAILABLE (nights)",
                        "2026-04-08T12:00 level none→gold MATCH");
        assertThat(standings.of("kim").getMatches(0).getKept()).isTrue();
    }

    @Test
    void aMatchIsAskedForOnceAtATimeAndOnlyForALevelThatThereIs() {
        standings.matches("kim", "gold", "Sky Club", "card ending 4711");
        assertThat(Reply.refusalOf(() -> standings.matches("kim", "silver", "Rail Club", "a letter")))
                .isEqualTo("FAILED_PRECONDITION STATUS_MATCH_HELD");
        assertThat(Reply.refusalOf(() -> standings.matches("kim", "emerald", "Sky Club", "card ending 4711")))
                .isEqualTo("NOT_FOUND TIER_NOT_FOUND");
        assertThat(standings.matches("kim", "platinum", "Sky Club", "a newer card"))
                .as("a higher one, with the newer card")
                .containsExactly("2026-01-06T10:00 STATUS_MATCH", "2026-01-06T10:00 level gold→platinum MATCH");
    }

    @Test
    void partnersEarnByTheirOwnRulesOnly() {
        assertThat(hotels.buys("kim", order("o1").of(1, "room", 80_00)))
                .containsExactly(
                        "2026-01-06T10:00 PURCHASE", "2026-01-06T10:00 EARN 400 points ISSUED→AVAILABLE (every-euro)");
        assertThat(hotels.buys("kim", order("o2").of(1, "car", 81_00).at("city-cars")))
                .as("one for each full two euros")
                .containsExactly(
                        "2026-01-06T10:00 PURCHASE",
                        "2026-01-06T10:00 EARN 40 points ISSUED→AVAILABLE (city-cars-rental)");
        assertThat(hotels.buys("kim", order("o3").of(1, "car", 81_00).at("village-cars")))
                .as("somebody who is no partner")
                .containsExactly("2026-01-06T10:00 PURCHASE");
        assertThat(hotels.tells("kim", stay(3).setPartner("sky-club")))
                .as("a night in the airline's own hotel is none of ours")
                .containsExactly("2026-01-06T10:00 CUSTOM");
    }

    @Test
    void flightsEarnFiveHundredPointsAMonthAtMost() {
        for (int i = 1; i <= 2; i++) {
            assertThat(hotels.tells("kim", flight()))
                    .containsExactly(
                            "2026-01-06T10:00 CUSTOM",
                            "2026-01-06T10:00 EARN 200 points ISSUED→AVAILABLE (sky-club-flight)");
        }
        assertThat(hotels.tells("kim", flight())).last().asString().contains("EARN 100 points");
        assertThat(hotels.tells("kim", flight())).containsExactly("2026-01-06T10:00 CUSTOM");
    }

    private static Activity.Builder stay(int nights) {
        return Activity.newBuilder()
                .putAttributes("nights", Integer.toString(nights))
                .setCustom(Custom.newBuilder().setName("stay"));
    }

    private static Activity.Builder flight() {
        return Activity.newBuilder()
                .setPartner("sky-club")
                .setCustom(Custom.newBuilder().setName("flight"));
    }
}
