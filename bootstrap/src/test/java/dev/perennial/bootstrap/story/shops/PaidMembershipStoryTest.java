package dev.perennial.bootstrap.story.shops;

import static dev.perennial.bootstrap.story.shops.Order.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.bootstrap.story.Reply;
import dev.perennial.contract.activity.v1.Activity;
import dev.perennial.contract.activity.v1.MembershipPayment;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A membership is tried, paid for, paid for late, cancelled in both ways, and paid for again. */
@ExtendWith(BooksBalance.class)
class PaidMembershipStoryTest {

    private final ExampleShop shop = ExampleShop.running("paid-membership").enrols("tina");
    private final Standings standings = new Standings(shop);

    @Test
    void aTrialHasEverythingForFourteenDaysAndIsHadOnce() {
        assertThat(standings.tries("tina", "plus"))
                .containsExactly("2026-01-05T10:00 MEMBERSHIP_TRIAL", "2026-01-05T10:00 plus NONE→TRIAL");
        assertThat(standings.membership("tina")).isEqualTo("plus TRIAL until 2026-01-19T10:00");
        assertThat(standings.benefits("tina")).containsExactly("free-delivery", "early-access");
        assertThat(shop.at("2026-01-19T09:59").buys("tina", order("o1").of(1, "lamp", 20_00)))
                .as("double for members, in the last minute too")
                .containsExactly(
                        "2026-01-19T09:59 PURCHASE", "2026-01-19T09:59 EARN 40 points ISSUED→AVAILABLE (every-euro)");

        assertThat(shop.at("2026-01-19T10:00").buys("tina", order("o2").of(1, "lamp", 20_00)))
                .containsExactly(
                        "2026-01-19T10:00 plus TRIAL→ENDED",
                        "2026-01-19T10:00 PURCHASE",
                        "2026-01-19T10:00 EARN 20 points ISSUED→AVAILABLE (every-euro)");
        assertThat(standings.benefits("tina")).isEmpty();
        assertThat(Reply.refusalOf(() -> standings.tries("tina", "plus")))
                .isEqualTo("FAILED_PRECONDITION MEMBERSHIP_STATE");
    }

    @Test
    void whatIsPaidDuringTheTrialBeginsAtItsEnd() {
        standings.tries("tina", "plus");
        assertThat(shop.at("2026-01-12T09:00").tells("tina", payment("plus")))
                .containsExactly(
                        "2026-01-12T09:00 MEMBERSHIP_PAYMENT",
                        "2026-01-12T09:00 EARN 100 points ISSUED→AVAILABLE (thank-you)",
                        "2026-01-12T09:00 plus TRIAL→ACTIVE");
        assertThat(standings.membership("tina")).isEqualTo("plus ACTIVE until 2026-02-19T10:00");
        assertThat(shop.at("2026-02-18T09:00").tells("tina", payment("plus")))
                .as("renewed in time: nothing changes but the end, and thanks are said once a year")
                .containsExactly("2026-02-18T09:00 MEMBERSHIP_PAYMENT");
        assertThat(standings.membership("tina")).isEqualTo("plus ACTIVE until 2026-03-19T10:00");
    }

    @Test
    void aLatePaymentWithinTheGraceLeavesNoGap() {
        shop.at("2026-01-31T12:00").tells("tina", payment("plus"));
        assertThat(standings.membership("tina")).isEqualTo("plus ACTIVE until 2026-02-28T12:00");
        assertThat(shop.at("2026-03-02T12:00").happenedTo("tina"))
                .containsExactly("2026-02-28T12:00 plus ACTIVE→GRACE");
        assertThat(standings.membership("tina")).isEqualTo("plus GRACE until 2026-03-07T12:00");
        assertThat(standings.benefits("tina")).containsExactly("free-delivery", "early-access");

        assertThat(shop.tells("tina", payment("plus")))
                .containsExactly("2026-03-02T12:00 MEMBERSHIP_PAYMENT", "2026-03-02T12:00 plus GRACE→ACTIVE");
        assertThat(standings.membership("tina"))
                .as("from the 31st on, whatever February had")
                .isEqualTo("plus ACTIVE until 2026-03-31T12:00");
        assertThat(shop.at("2026-05-01T00:00").happenedTo("tina"))
                .as("seven days of grace, and nobody pays")
                .containsExactly("2026-03-31T12:00 plus ACTIVE→GRACE", "2026-04-07T12:00 plus GRACE→ENDED");
        assertThat(standings.benefits("tina")).isEmpty();
    }

    @Test
    void aPaymentThatIsToldLateClosesTheGapAndDoublesWhatWasBoughtInIt() {
        shop.at("2026-01-31T12:00").tells("tina", payment("plus"));
        assertThat(shop.at("2026-03-10T12:00").buys("tina", order("o1").of(1, "lamp", 20_00)))
                .containsExactly(
                        "2026-02-28T12:00 plus ACTIVE→GRACE",
                        "2026-03-07T12:00 plus GRACE→ENDED",
                        "2026-03-10T12:00 PURCHASE",
                        "2026-03-10T12:00 EARN 20 points ISSUED→AVAILABLE (every-euro)");
        assertThat(shop.at("2026-03-12T12:00").tellsLate("tina", "2026-02-27T12:00", payment("plus")))
                .as("the bank was slow")
                .containsExactly(
                        "2026-02-27T12:00 MEMBERSHIP_PAYMENT",
                        "2026-03-12T12:00 EARN 20 points ISSUED→AVAILABLE (every-euro)",
                        "2026-03-12T12:00 plus ENDED→ACTIVE");
        assertThat(standings.membership("tina")).isEqualTo("plus ACTIVE until 2026-03-31T12:00");
    }

    @Test
    void cancelledAtThePeriodsEndItRunsAsLongAsItWasPaidFor() {
        shop.at("2026-04-10T12:00").tells("tina", payment("plus"));
        assertThat(shop.at("2026-04-11T12:00").owns("tina")).isEqualTo("points 100");
        assertThat(standings.cancelsAtPeriodEnd("tina", "plus"))
                .containsExactly("2026-04-11T12:00 MEMBERSHIP_CANCELLATION", "2026-04-11T12:00 plus ACTIVE→CANCELLING");
        assertThat(standings.membership("tina")).isEqualTo("plus CANCELLING until 2026-05-10T12:00");
        assertThat(standings.benefits("tina")).containsExactly("free-delivery", "early-access");
        assertThat(shop.at("2026-05-11T00:00").happenedTo("tina"))
                .as("and has no grace")
                .containsExactly("2026-05-10T12:00 plus CANCELLING→ENDED");
    }

    @Test
    void cancelledNowItIsOverAndCanBePaidForAgain() {
        shop.at("2026-04-10T12:00").tells("tina", payment("plus"));
        shop.at("2026-04-11T12:00");
        assertThat(standings.cancelsNow("tina", "plus"))
                .containsExactly("2026-04-11T12:00 MEMBERSHIP_CANCELLATION", "2026-04-11T12:00 plus ACTIVE→ENDED");
        assertThat(standings.benefits("tina")).isEmpty();
        assertThat(Reply.refusalOf(() -> standings.cancelsNow("tina", "plus")))
                .isEqualTo("FAILED_PRECONDITION MEMBERSHIP_STATE");

        assertThat(shop.at("2026-06-01T12:00").tells("tina", payment("plus")))
                .containsExactly("2026-06-01T12:00 MEMBERSHIP_PAYMENT", "2026-06-01T12:00 plus ENDED→ACTIVE");
        assertThat(standings.membership("tina")).isEqualTo("plus ACTIVE until 2026-07-01T12:00");
    }

    @Test
    void theFirstHoursOfASaleEarnMoreForThoseWhoAreLetInEarly() {
        List<String> without =
                shop.buys("tina", order("o1").of(1, "lamp", 10_00).through("early-sale"));
        assertThat(without).hasSize(2).last().asString().contains("EARN 10 points");
        shop.tells("tina", payment("plus"));
        assertThat(shop.buys("tina", order("o2").of(1, "lamp", 10_00).through("early-sale")))
                .containsExactly(
                        "2026-01-05T10:00 PURCHASE",
                        "2026-01-05T10:00 EARN 20 points ISSUED→AVAILABLE (every-euro)",
                        "2026-01-05T10:00 EARN 50 points ISSUED→AVAILABLE (early-bird)");
    }

    private static Activity.Builder payment(String plan) {
        return Activity.newBuilder()
                .setMembershipPayment(MembershipPayment.newBuilder().setPlan(plan));
    }
}
