package dev.perennial.bootstrap.story.shops;

import static dev.perennial.bootstrap.story.shops.Order.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contract.activity.v1.Activity;
import dev.perennial.contract.activity.v1.Refund;
import dev.perennial.contract.activity.v1.ReturnedLine;
import dev.perennial.contract.loyalty.v1.CauseDonations;
import dev.perennial.contract.loyalty.v1.DonationServiceGrpc;
import dev.perennial.contract.loyalty.v1.DonationServiceGrpc.DonationServiceBlockingStub;
import dev.perennial.contract.loyalty.v1.GetDonationsRequest;
import dev.perennial.contract.loyalty.v1.GetMemberDonationsRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** For each pair that is bought and kept, a pair is given away in the customer's name. */
@ExtendWith(BooksBalance.class)
class ShoesStoryTest {

    private final ExampleShop shop = ExampleShop.running("shoes").enrols("maya");
    private final DonationServiceBlockingStub donations = DonationServiceGrpc.newBlockingStub(shop.channel);

    @Test
    void eachPairGivesOneToItsCauseAndCareGivesNone() {
        assertThat(shop.at("2026-03-01T12:00")
                        .buys(
                                "maya",
                                order("o1")
                                        .of(2, "shoes", 180_00)
                                        .of(1, "kids-shoes", 45_00)
                                        .of(3, "care", 21_00)))
                .containsExactly(
                        "2026-03-01T12:00 PURCHASE",
                        "2026-03-01T12:00 EARN 1 school_pair ISSUED→PENDING (pair-for-a-child)",
                        "2026-03-01T12:00 EARN 2 shelter_pair ISSUED→PENDING (pair-for-an-adult)");
        assertThat(shop.owns("maya")).isEqualTo("school_pair 0 + 1 pending, shelter_pair 0 + 2 pending");

        // 30 days of 24 hours lead over the beginning of summer time.
        assertThat(shop.at("2026-04-01T00:00").happenedTo("maya"))
                .containsExactly(
                        "2026-03-31T13:00 ACTIVATE 1 school_pair PENDING→AVAILABLE (pair-for-a-child)",
                        "2026-03-31T13:00 ACTIVATE 2 shelter_pair PENDING→AVAILABLE (pair-for-an-adult)");
        assertThat(shop.buys("maya", order("o2").of(1, "care", 7_00))).containsExactly("2026-04-01T00:00 PURCHASE");
    }

    @Test
    void aPairThatComesBackIsNotGivenAwayWhetherItsThirtyDaysAreOverOrNot() {
        shop.at("2026-03-01T12:00").buys("maya", order("o1").of(3, "shoes", 270_00));
        assertThat(shop.at("2026-03-10T12:00").tells("maya", returns("o1", 1)))
                .containsExactly(
                        "2026-03-10T12:00 REFUND",
                        "2026-03-10T12:00 CLAWBACK 1 shelter_pair PENDING→ISSUED (pair-for-an-adult)");
        assertThat(shop.at("2026-04-10T12:00").tells("maya", returns("o1", 1)))
                .containsExactly(
                        "2026-03-31T13:00 ACTIVATE 2 shelter_pair PENDING→AVAILABLE (pair-for-an-adult)",
                        "2026-04-10T12:00 REFUND",
                        "2026-04-10T12:00 CLAWBACK 1 shelter_pair AVAILABLE→ISSUED (pair-for-an-adult)");
        assertThat(shop.owns("maya")).isEqualTo("shelter_pair 1");
    }

    @Test
    void moneyBackForAScratchTakesNoPairButAllTheMoneyDoes() {
        shop.at("2026-03-01T12:00").buys("maya", order("o1").of(1, "shoes", 90_00));
        assertThat(shop.getsBack("maya", "o1", 15_00)).containsExactly("2026-03-01T12:00 REFUND");
        assertThat(shop.getsBack("maya", "o1", 75_00))
                .containsExactly(
                        "2026-03-01T12:00 REFUND",
                        "2026-03-01T12:00 CLAWBACK 1 shelter_pair PENDING→ISSUED (pair-for-an-adult)");
    }

    @Test
    void inWinterEachPairGivesTwoToThoseWhoSleepOutside() {
        List<String> january =
                shop.buys("maya", order("o1").of(1, "shoes", 90_00).of(1, "kids-shoes", 45_00));
        assertThat(january)
                .containsExactly(
                        "2026-01-05T10:00 PURCHASE",
                        "2026-01-05T10:00 EARN 1 school_pair ISSUED→PENDING (pair-for-a-child)",
                        "2026-01-05T10:00 EARN 2 shelter_pair ISSUED→PENDING (pair-for-an-adult)");
        assertThat(shop.tells("maya", returns("o1", 1)))
                .as("and takes both back")
                .containsExactly(
                        "2026-01-05T10:00 REFUND",
                        "2026-01-05T10:00 CLAWBACK 2 shelter_pair PENDING→ISSUED (pair-for-an-adult)");
    }

    @Test
    void whatEachCauseWasGivenIsWhatCustomersHaveKept() {
        shop.enrols("ole").at("2026-03-01T12:00");
        shop.buys("maya", order("o1").of(2, "shoes", 180_00).of(1, "kids-shoes", 45_00));
        shop.buys("ole", order("o1").of(1, "shoes", 90_00));
        assertThat(given()).containsExactly("night-shelter 0 + 3 pending", "way-to-school 0 + 1 pending");

        shop.at("2026-04-10T12:00").tells("maya", returns("o1", 1));
        assertThat(given()).containsExactly("night-shelter 2 + 0 pending", "way-to-school 1 + 0 pending");
        assertThat(givenBy("maya")).containsExactly("night-shelter 1 + 0 pending", "way-to-school 1 + 0 pending");
        assertThat(givenBy("ole")).containsExactly("night-shelter 1 + 0 pending", "way-to-school 0 + 0 pending");
    }

    private List<String> given() {
        return words(
                donations.getDonations(GetDonationsRequest.getDefaultInstance()).getCausesList());
    }

    private List<String> givenBy(String member) {
        return words(donations
                .getMemberDonations(GetMemberDonationsRequest.newBuilder()
                        .setMemberId(member)
                        .build())
                .getCausesList());
    }

    private static List<String> words(List<CauseDonations> causes) {
        return causes.stream()
                .map(cause -> cause.getCause() + " " + cause.getUnits(0).getGiven() + " + "
                        + cause.getUnits(0).getPending() + " pending")
                .toList();
    }

    /** Items of the order's first line. */
    private static Activity.Builder returns(String order, int items) {
        return Activity.newBuilder()
                .setRefund(Refund.newBuilder()
                        .setOrderId(order)
                        .addLines(ReturnedLine.newBuilder().setLineNumber(1).setQuantity(items)));
    }
}
