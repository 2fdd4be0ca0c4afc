package dev.perennial.bootstrap.story.shops;

import static dev.perennial.bootstrap.story.shops.Order.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.bootstrap.story.Reply;
import dev.perennial.contract.activity.v1.Activity;
import dev.perennial.contract.activity.v1.AppInstalled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Stars for every purchase, more of them on some days, and all gone after half a year without coffee. */
@ExtendWith(BooksBalance.class)
class CoffeeAppStoryTest {

    private final ExampleShop app = ExampleShop.running("coffee-app").enrols("ida"); // 5 January 2026 is a Monday

    @Test
    void mondaysCountDoubleAndAreRoundedOnce() {
        assertThat(app.tells("ida", installed()))
                .containsExactly(
                        "2026-01-05T10:00 APP_INSTALLED", "2026-01-05T10:00 EARN 25 stars ISSUED→AVAILABLE (app)");
        assertThat(app.tells("ida", installed())).as("on another phone").hasSize(1);

        // 4.75 × 2 stars × 200 % are 19 stars; rounded before they were doubled, they would be 18.
        assertThat(app.at("2026-01-05T12:00").buys("ida", order("o1").of(1, "latte", 4_75)))
                .containsExactly(
                        "2026-01-05T12:00 PURCHASE",
                        "2026-01-05T12:00 EARN 19 stars ISSUED→AVAILABLE (every-purchase)");
        assertThat(app.at("2026-01-06T12:00").buys("ida", order("o2").of(1, "latte", 4_75)))
                .as("9.5 stars on a Tuesday")
                .containsExactly(
                        "2026-01-06T12:00 PURCHASE", "2026-01-06T12:00 EARN 9 stars ISSUED→AVAILABLE (every-purchase)");
        assertThat(app.tellsLate(
                        "ida",
                        "2026-01-05T18:00",
                        order("o3").of(1, "latte", 4_75).fact()))
                .as("told on Tuesday, drunk on Monday")
                .containsExactly(
                        "2026-01-05T18:00 PURCHASE",
                        "2026-01-06T12:00 EARN 19 stars ISSUED→AVAILABLE (every-purchase)");
        assertThat(app.owns("ida")).isEqualTo("stars 72"); // 25 + 19 + 9 + 19
    }

    @Test
    void ofTwoMultipliersTheHigherOneCounts() {
        assertThat(app.at("2026-07-06T09:00").buys("ida", order("o1").of(1, "cold-brew", 5_00)))
                .as("a Monday in July: 5.00 × 2 × 300 %, not 500 % or 600 %")
                .containsExactly(
                        "2026-07-06T09:00 PURCHASE",
                        "2026-07-06T09:00 EARN 30 stars ISSUED→AVAILABLE (every-purchase)");
        assertThat(app.getsBack("ida", "o1", 2_50))
                .as("what is left is worth 2.50 × 2 × 300 %")
                .containsExactly(
                        "2026-07-06T09:00 REFUND",
                        "2026-07-06T09:00 CLAWBACK 15 stars AVAILABLE→ISSUED (every-purchase)");
    }

    @Test
    void whatIsPaidWithStarsEarnsNone() {
        app.tells("ida", installed());
        app.at("2026-01-06T12:00").buys("ida", order("o1").of(10, "latte", 45_00));
        assertThat(app.owns("ida")).isEqualTo("stars 115"); // 25 + 45 × 2

        app.at("2026-01-07T08:00");
        assertThat(app.adjusts("ida", "stars", -100, "a latte"))
                .as("the oldest first")
                .containsExactly(
                        "2026-01-07T08:00 ADJUST 25 stars AVAILABLE→ADJUSTED",
                        "2026-01-07T08:00 ADJUST 75 stars AVAILABLE→ADJUSTED");
        assertThat(app.buys(
                        "ida",
                        order("o2")
                                .of(1, "latte", 4_50)
                                .of(1, "croissant", 3_00)
                                .paidWithUnits(4_50)))
                .as("3.00 of 7.50 were paid with money")
                .containsExactly(
                        "2026-01-07T08:00 PURCHASE", "2026-01-07T08:00 EARN 6 stars ISSUED→AVAILABLE (every-purchase)");
        assertThat(Reply.refusalOf(() -> app.adjusts("ida", "stars", -100, "a latte")))
                .as("15 + 6 are not enough for another one")
                .isEqualTo("FAILED_PRECONDITION INSUFFICIENT_UNITS");
    }

    @Test
    void everyPurchaseKeepsAllStarsForSixMonthsMore() {
        app.tells("ida", installed());
        app.at("2026-01-06T12:00").buys("ida", order("o1").of(1, "latte", 4_50));
        app.at("2026-07-06T11:59").buys("ida", order("o2").of(1, "tea", 3_00));
        app.at("2026-07-07T12:00").tells("ida", installed());
        assertThat(app.owns("ida")).isEqualTo("stars 46"); // 25 + 9 + 3.00 × 2 × 200 % on a Monday

        assertThat(app.at("2027-02-01T00:00").happenedTo("ida"))
                .as("six months after the tea: an app that was installed keeps nothing")
                .containsExactly(
                        "2027-01-06T11:59 EXPIRE 25 stars AVAILABLE→EXPIRED (app)",
                        "2027-01-06T11:59 EXPIRE 9 stars AVAILABLE→EXPIRED (every-purchase)",
                        "2027-01-06T11:59 EXPIRE 12 stars AVAILABLE→EXPIRED (every-purchase)");
    }

    @Test
    void aPurchaseThatIsGivenBackHasKeptNothing() {
        app.at("2026-01-06T12:00").buys("ida", order("o1").of(1, "latte", 4_50));
        app.at("2026-07-01T12:00").buys("ida", order("o2").of(1, "tea", 3_00));
        app.at("2026-07-06T11:00");
        assertThat(app.getsBack("ida", "o2", 3_00))
                .containsExactly(
                        "2026-07-06T11:00 REFUND",
                        "2026-07-06T11:00 CLAWBACK 6 stars AVAILABLE→ISSUED (every-purchase)");
        assertThat(app.at("2026-07-07T00:00").happenedTo("ida"))
                .as("six months after the latte")
                .containsExactly("2026-07-06T12:00 EXPIRE 9 stars AVAILABLE→EXPIRED (every-purchase)");
    }

    @Test
    void starsThatWereSentSlideWithTheReceiver() {
        app.enrols("max");
        app.at("2026-01-06T12:00").buys("ida", order("o1").of(10, "latte", 45_00));
        app.at("2026-03-03T12:00").buys("max", order("o2").of(1, "tea", 3_00));
        assertThat(app.sends("ida", "max", "stars", 40))
                .containsExactly(
                        "2026-03-03T12:00 TRANSFER_OUT 40 stars AVAILABLE→IN_TRANSIT (transfer:stars)",
                        "2026-03-03T12:00 sent 40 to max");
        app.happenedTo("max");
        assertThat(Reply.refusalOf(() -> app.sends("ida", "max", "stars", 9)))
                .isEqualTo("FAILED_PRECONDITION TRANSFER_LIMIT_REACHED");

        app.at("2026-07-06T12:00");
        assertThat(app.owns("ida")).as("half a year without coffee").isEqualTo("nothing");
        assertThat(app.owns("max")).as("kept by the tea").isEqualTo("stars 46");
        assertThat(app.at("2026-09-03T12:00").owns("max")).isEqualTo("nothing");
    }

    private static Activity.Builder installed() {
        return Activity.newBuilder().setAppInstalled(AppInstalled.newBuilder().setPlatform("android"));
    }
}
