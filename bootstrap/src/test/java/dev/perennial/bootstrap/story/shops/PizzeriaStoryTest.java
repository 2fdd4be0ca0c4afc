package dev.perennial.bootstrap.story.shops;

import static dev.perennial.bootstrap.story.shops.Order.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.bootstrap.story.Reply;
import dev.perennial.contract.activity.v1.Activity;
import dev.perennial.contract.activity.v1.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nine stamps fill a card, the tenth visit is free, and whatever is cancelled takes its stamp with it. */
@ExtendWith(BooksBalance.class)
class PizzeriaStoryTest {

    private final ExampleShop pizzeria = ExampleShop.running("pizzeria").enrols("anna");

    @Test
    void theTenthVisitIsFreeAndGetsNoStamp() {
        assertThat(pizzeria.at("2026-01-06T19:00").visits("anna"))
                .containsExactly("2026-01-06T19:00 VISIT", "2026-01-06T19:00 EARN 1 stamp ISSUED→AVAILABLE (dine-in)");
        assertThat(pizzeria.at("2026-01-06T22:00").visits("anna"))
                .as("back for a coffee on the same evening")
                .containsExactly("2026-01-06T22:00 VISIT");
        eveningsInJanuary(7, 13);
        assertThat(pizzeria.owns("anna")).isEqualTo("stamp 8");

        assertThat(pizzeria.at("2026-01-14T19:00").visits("anna"))
                .containsExactly(
                        "2026-01-14T19:00 VISIT",
                        "2026-01-14T19:00 EARN 1 stamp ISSUED→AVAILABLE (dine-in)",
                        "9× 2026-01-14T19:00 CONVERT 1 stamp AVAILABLE→CONVERTED (card:tenth-visit)",
                        "2026-01-14T19:00 CONVERT 1 pizza CONVERTED→AVAILABLE (card:tenth-visit)");
        assertThat(pizzeria.owns("anna")).isEqualTo("pizza 1");

        assertThat(pizzeria.at("2026-01-15T19:00").adjusts("anna", "pizza", -1, "eaten"))
                .containsExactly("2026-01-15T19:00 ADJUST 1 pizza AVAILABLE→ADJUSTED");
        assertThat(pizzeria.tells("anna", freeVisit())).containsExactly("2026-01-15T19:00 VISIT");
        assertThat(pizzeria.owns("anna")).isEqualTo("nothing");
    }

    @Test
    void stampsRunOutAfterSixMonthsAndAPizzaAfterNinetyDays() {
        eveningsInJanuary(6, 13);

        assertThat(pizzeria.at("2026-07-06T20:00").visits("anna"))
                .as("the stamp of 6 January is an hour too old, so this one is the eighth again")
                .containsExactly(
                        "2026-07-06T19:00 EXPIRE 1 stamp AVAILABLE→EXPIRED (dine-in)",
                        "2026-07-06T20:00 VISIT",
                        "2026-07-06T20:00 EARN 1 stamp ISSUED→AVAILABLE (dine-in)");
        assertThat(pizzeria.owns("anna")).isEqualTo("stamp 8");

        assertThat(pizzeria.at("2026-07-07T18:00").visits("anna"))
                .as("the stamp of 7 January still has an hour")
                .containsExactly(
                        "2026-07-07T18:00 VISIT",
                        "2026-07-07T18:00 EARN 1 stamp ISSUED→AVAILABLE (dine-in)",
                        "9× 2026-07-07T18:00 CONVERT 1 stamp AVAILABLE→CONVERTED (card:tenth-visit)",
                        "2026-07-07T18:00 CONVERT 1 pizza CONVERTED→AVAILABLE (card:tenth-visit)");

        // 24 days of July, 31 of August, 30 of September and 5 of October are 90.
        assertThat(pizzeria.at("2027-01-01T00:00").happenedTo("anna"))
                .containsExactly("2026-10-05T18:00 EXPIRE 1 pizza AVAILABLE→EXPIRED (card:tenth-visit)");
        assertThat(pizzeria.owns("anna")).isEqualTo("nothing");
    }

    @Test
    void eighteenEveningsAreTwoCardsAndSoAreEighteenOfTwentyStampsGivenAtOnce() {
        eveningsInJanuary(6, 23);
        assertThat(pizzeria.owns("anna")).isEqualTo("pizza 2");

        assertThat(pizzeria.at("2026-01-24T12:00").adjusts("anna", "stamp", 20, "the oven was cold for a week"))
                .containsExactly(
                        "2026-01-24T12:00 ADJUST 20 stamp ADJUSTED→AVAILABLE",
                        "2026-01-24T12:00 CONVERT 18 stamp AVAILABLE→CONVERTED (card:tenth-visit)",
                        "2026-01-24T12:00 CONVERT 2 pizza CONVERTED→AVAILABLE (card:tenth-visit)");
        assertThat(pizzeria.owns("anna")).isEqualTo("pizza 4, stamp 2");
    }

    @Test
    void aCancelledOrderTakesItsStampBackAndThePizzaThatItHadFilledTheCardFor() {
        eveningsInJanuary(6, 13);
        pizzeria.at("2026-01-14T19:00").buys("anna", takeAway("o1"));
        assertThat(pizzeria.owns("anna")).isEqualTo("pizza 1");

        assertThat(pizzeria.at("2026-01-14T19:30").getsBack("anna", "o1", 12_50))
                .containsExactly(
                        "2026-01-14T19:30 REFUND",
                        "2026-01-14T19:30 UNDO_CONVERT 1 pizza AVAILABLE→CONVERTED (take-away)",
                        "2026-01-14T19:30 UNDO_CONVERT 9 stamp CONVERTED→AVAILABLE (take-away)",
                        "2026-01-14T19:30 CLAWBACK 1 stamp AVAILABLE→ISSUED (take-away)");
        assertThat(pizzeria.owns("anna")).isEqualTo("stamp 8");
        assertThat(pizzeria.at("2026-12-31T00:00").happenedTo("anna"))
                .as("six months after they came back")
                .containsExactly("2026-07-14T19:30 EXPIRE 8 stamp AVAILABLE→EXPIRED (take-away)");
    }

    @Test
    void whenThatPizzaIsEatenAStampIsOwedAndTheNextVisitPaysIt() {
        eveningsInJanuary(6, 13);
        pizzeria.at("2026-01-14T19:00").buys("anna", takeAway("o1"));
        pizzeria.adjusts("anna", "pizza", -1, "eaten");

        assertThat(pizzeria.at("2026-01-14T19:30").getsBack("anna", "o1", 12_50))
                .containsExactly(
                        "2026-01-14T19:30 REFUND", "2026-01-14T19:30 CLAWBACK 1 stamp DEBT→ISSUED (take-away)");
        assertThat(pizzeria.owns("anna")).isEqualTo("stamp -1");

        assertThat(pizzeria.at("2026-01-15T19:00").visits("anna"))
                .containsExactly(
                        "2026-01-15T19:00 VISIT",
                        "2026-01-15T19:00 EARN 1 stamp ISSUED→AVAILABLE (dine-in)",
                        "2026-01-15T19:00 REPAY_DEBT 1 stamp AVAILABLE→DEBT (dine-in)");
        assertThat(pizzeria.owns("anna")).isEqualTo("nothing");
    }

    @Test
    void aVisitToldForTheWrongGuestIsTakenBackByHand() {
        eveningsInJanuary(6, 7);
        assertThat(pizzeria.adjusts("anna", "stamp", -1, "was Anton's visit"))
                .containsExactly("2026-01-07T19:00 ADJUST 1 stamp AVAILABLE→ADJUSTED");
        assertThat(pizzeria.owns("anna")).isEqualTo("stamp 1");

        // 1 and 8 more are 9: the card is full, and one of them was Anton's again.
        eveningsInJanuary(8, 15);
        assertThat(Reply.refusalOf(() -> pizzeria.adjusts("anna", "stamp", -1, "was Anton's visit")))
                .isEqualTo("FAILED_PRECONDITION INSUFFICIENT_UNITS");
        pizzeria.adjusts("anna", "pizza", -1, "was Anton's visit");
        pizzeria.adjusts("anna", "stamp", 8, "was Anton's visit");
        assertThat(pizzeria.owns("anna")).isEqualTo("stamp 8");
    }

    @Test
    void aVisitToldLateOfADayThatHasOneChangesNothingInTheEnd() {
        eveningsInJanuary(6, 14);
        assertThat(pizzeria.owns("anna")).isEqualTo("pizza 1");

        assertThat(pizzeria.at("2026-01-15T12:00").tellsLate("anna", "2026-01-14T12:00", visit()))
                .as("the stamp of the 14th is the lunch's now: the card is undone and filled again")
                .containsExactly(
                        "2026-01-14T12:00 VISIT",
                        "2026-01-15T12:00 UNDO_CONVERT 1 pizza AVAILABLE→CONVERTED (dine-in)",
                        "2026-01-15T12:00 UNDO_CONVERT 9 stamp CONVERTED→AVAILABLE (dine-in)",
                        "2026-01-15T12:00 CLAWBACK 1 stamp AVAILABLE→ISSUED (dine-in)",
                        "2026-01-15T12:00 EARN 1 stamp ISSUED→AVAILABLE (dine-in)",
                        "2026-01-15T12:00 CONVERT 1 stamp AVAILABLE→CONVERTED (card:tenth-visit)",
                        "2026-01-15T12:00 CONVERT 8 stamp AVAILABLE→CONVERTED (card:tenth-visit)",
                        "2026-01-15T12:00 CONVERT 1 pizza CONVERTED→AVAILABLE (card:tenth-visit)");
        assertThat(pizzeria.owns("anna")).isEqualTo("pizza 1");
    }

    @Test
    void onlyAnOrderToTakeAwayOfTenEurosOrMoreIsAVisit() {
        pizzeria.at("2026-01-06T19:00");
        assertThat(pizzeria.buys("anna", order("o1").of(1, "pizza", 9_99).through("take-away")))
                .containsExactly("2026-01-06T19:00 PURCHASE");
        assertThat(pizzeria.buys("anna", order("o2").of(1, "pizza", 10_00).through("table")))
                .containsExactly("2026-01-06T19:00 PURCHASE");
        assertThat(pizzeria.buys("anna", order("o3").of(1, "pizza", 10_00).through("take-away")))
                .containsExactly(
                        "2026-01-06T19:00 PURCHASE", "2026-01-06T19:00 EARN 1 stamp ISSUED→AVAILABLE (take-away)");
    }

    private void eveningsInJanuary(int first, int last) {
        for (int day = first; day <= last; day++) {
            pizzeria.at("2026-01-%02dT19:00".formatted(day)).visits("anna");
        }
    }

    private static Order takeAway(String id) {
        return order(id).of(1, "pizza", 12_50).through("take-away");
    }

    private static Activity.Builder freeVisit() {
        return visit().putAttributes("free_pizza", "yes");
    }

    private static Activity.Builder visit() {
        return Activity.newBuilder().setVisit(Visit.getDefaultInstance());
    }
}
