package dev.perennial.bootstrap.story.shops;

import static dev.perennial.bootstrap.story.shops.Order.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.type.Date;
import dev.perennial.contract.activity.v1.ActivityServiceGrpc;
import dev.perennial.contract.activity.v1.ExplainActivityRequest;
import dev.perennial.contract.activity.v1.RuleOutcome;
import dev.perennial.contract.member.v1.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Coupons for some: by age and season, by where they live, by what they buy again, and by not having come for long. */
@ExtendWith(BooksBalance.class)
class PharmacyStoryTest {

    private final ExampleShop pharmacy = ExampleShop.running("pharmacy");

    @Test
    void whoTurnsSixtyThisYearGetsAFluCouponOnceAnAutumn() {
        pharmacy.enrols("olga", born(1966)).enrols("uli", born(1967)).enrols("someone");
        pharmacy.at("2026-08-31T10:00");
        assertThat(pharmacy.buys("olga", order("o1").of(1, "tea", 3_00))).containsExactly("2026-08-31T10:00 PURCHASE");
        pharmacy.at("2026-09-10T10:00");
        assertThat(pharmacy.buys("olga", order("o2").of(1, "tea", 3_00)))
                .containsExactly(
                        "2026-09-10T10:00 PURCHASE", "2026-09-10T10:00 EARN 1 flu_shot ISSUED→AVAILABLE (flu-shot)");
        assertThat(pharmacy.buys("uli", order("o1").of(1, "tea", 3_00)))
                .as("turns 59")
                .hasSize(1);
        assertThat(pharmacy.buys("someone", order("o1").of(1, "tea", 3_00)))
                .as("of whom no birth date is known")
                .hasSize(1);

        // 20 days of September and 25 of October are 45; by then summer time has ended.
        assertThat(pharmacy.at("2026-11-01T10:00").buys("olga", order("o3").of(1, "tea", 3_00)))
                .as("one a year")
                .containsExactly(
                        "2026-10-25T09:00 EXPIRE 1 flu_shot AVAILABLE→EXPIRED (flu-shot)", "2026-11-01T10:00 PURCHASE");
        assertThat(pharmacy.at("2027-09-01T10:00").buys("olga", order("o4").of(1, "tea", 3_00)))
                .contains("2027-09-01T10:00 EARN 1 flu_shot ISSUED→AVAILABLE (flu-shot)");
    }

    @Test
    void whyNotIsExplainedWithoutTellingAnybodysAge() {
        pharmacy.enrols("uli", born(1967))
                .at("2026-09-10T10:00")
                .buys("uli", order("o1").of(1, "tea", 3_00));
        RuleOutcome flu = ActivityServiceGrpc.newBlockingStub(pharmacy.channel)
                .explainActivity(ExplainActivityRequest.newBuilder()
                        .setMemberId("uli")
                        .setActivityNumber(1)
                        .build())
                .getExplanation(0);
        assertThat(flu.getRule()).isEqualTo("flu-shot");
        assertThat(flu.getMatched()).isFalse();
        assertThat(flu.getReason()).startsWith("the condition does not hold").doesNotContain("1967", "59");
    }

    @Test
    void theThirdOrderForABabyWithinSixtyDaysHasACouponAndLosesItWithOneOfThem() {
        pharmacy.enrols("paul");
        pharmacy.at("2026-01-15T10:00").buys("paul", order("o1").of(1, "baby", 20_00));
        pharmacy.at("2026-02-20T10:00").buys("paul", order("o2").of(1, "baby", 20_00));

        // From 15 January to 15 March, both included, are 17 + 28 + 15 = 60 days.
        assertThat(pharmacy.at("2026-03-15T10:00")
                        .buys("paul", order("o3").of(1, "baby", 20_00).of(1, "tea", 3_00)))
                .containsExactly(
                        "2026-03-15T10:00 PURCHASE", "2026-03-15T10:00 EARN 1 baby_box ISSUED→AVAILABLE (baby-box)");
        assertThat(pharmacy.at("2026-03-16T10:00").getsBack("paul", "o1", 20_00))
                .as("without the first one, the third was the second")
                .containsExactly(
                        "2026-03-16T10:00 REFUND", "2026-03-16T10:00 CLAWBACK 1 baby_box AVAILABLE→ISSUED (baby-box)");
    }

    @Test
    void aDayLaterTheFirstOrderIsTooOldAndOtherGoodsNeverCount() {
        pharmacy.enrols("paul");
        pharmacy.at("2026-01-15T10:00").buys("paul", order("o1").of(1, "baby", 20_00));
        pharmacy.at("2026-02-20T10:00").buys("paul", order("o2").of(1, "baby", 20_00));
        pharmacy.at("2026-03-01T10:00");
        assertThat(pharmacy.buys("paul", order("o3").of(1, "tea", 3_00))).hasSize(1);
        assertThat(pharmacy.at("2026-03-16T10:00").buys("paul", order("o4").of(1, "baby", 20_00)))
                .containsExactly("2026-03-16T10:00 PURCHASE");
    }

    @Test
    void aHundredEurosInAMonthAreACouponForTheNextOne() {
        pharmacy.enrols("rosa").at("2026-04-10T10:00");
        assertThat(pharmacy.buys("rosa", order("o1").of(1, "vitamins", 60_00))).hasSize(1);
        assertThat(pharmacy.at("2026-04-29T10:00").buys("rosa", order("o2").of(1, "vitamins", 39_99)))
                .as("99.99")
                .hasSize(1);
        assertThat(pharmacy.at("2026-04-30T10:00").buys("rosa", order("o3").of(1, "tea", 1)))
                .containsExactly(
                        "2026-04-30T10:00 PURCHASE", "2026-04-30T10:00 EARN 1 five_euros ISSUED→AVAILABLE (big-month)");
        assertThat(pharmacy.at("2026-04-30T11:00").buys("rosa", order("o4").of(1, "vitamins", 50_00)))
                .as("once a month")
                .hasSize(1);
        assertThat(pharmacy.at("2026-06-02T10:00").happenedTo("rosa"))
                .as("at the end of the month after")
                .containsExactly("2026-06-01T00:00 EXPIRE 1 five_euros AVAILABLE→EXPIRED (big-month)");
    }

    @Test
    void whoComesBackAfterFourMonthsIsWelcomedAndWhoLivesInTheMountainsGetsSunCare() {
        pharmacy.enrols("sepp", Profile.newBuilder().setCountry("AT")).at("2026-01-10T10:00");
        assertThat(pharmacy.buys("sepp", order("o1").of(1, "tea", 3_00)))
                .containsExactly(
                        "2026-01-10T10:00 PURCHASE", "2026-01-10T10:00 EARN 1 sun_care ISSUED→AVAILABLE (winter-sun)");

        // 21 days of January, 28 + 31 + 30 of the months between and 10 of May are 120 days; summer time takes an hour.
        assertThat(pharmacy.at("2026-05-10T10:30").buys("sepp", order("o2").of(1, "tea", 3_00)))
                .containsExactly(
                        "2026-01-31T10:00 EXPIRE 1 sun_care AVAILABLE→EXPIRED (winter-sun)",
                        "2026-05-10T10:30 PURCHASE");
        assertThat(pharmacy.at("2026-09-07T10:30").buys("sepp", order("o3").of(1, "tea", 3_00)))
                .containsExactly(
                        "2026-09-07T10:30 PURCHASE",
                        "2026-09-07T10:30 EARN 1 five_euros ISSUED→AVAILABLE (welcome-back)");
    }

    private static Profile.Builder born(int year) {
        return Profile.newBuilder()
                .setBirthDate(Date.newBuilder().setYear(year).setMonth(12).setDay(31));
    }
}
