package dev.perennial.bootstrap.story.shops;

import static dev.perennial.bootstrap.story.shops.Order.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.type.Date;
import dev.perennial.contract.loyalty.v1.Standing;
import dev.perennial.contract.member.v1.MemberServiceGrpc;
import dev.perennial.contract.member.v1.Profile;
import dev.perennial.contract.member.v1.UpdateMemberRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Levels go up at once and down one at a time after a review and its grace; a birthday has one gift. */
@ExtendWith(BooksBalance.class)
class BeautyChainStoryTest {

    private final ExampleShop chain = ExampleShop.running("beauty-chain");
    private final Standings standings = new Standings(chain);

    @Test
    void aLevelIsReachedWithTheEuroThatWasMissing() {
        chain.enrols("carla");
        chain.at("2026-02-10T12:00").buys("carla", order("o1").of(1, "care", 199_99));
        Standing almost = standings.of("carla");
        assertThat(almost.hasLevel()).isFalse();
        assertThat(almost.getNextLevel().getId()).isEqualTo("pearl");
        assertThat(almost.getNextLevel().getMissing()).as("200 less 199").isEqualTo(1);

        assertThat(chain.at("2026-02-11T12:00").buys("carla", order("o2").of(1, "care", 1_00)))
                .containsExactly(
                        "2026-02-11T12:00 PURCHASE",
                        "2026-02-11T12:00 EARN 1 glow ISSUED→AVAILABLE (every-euro)",
                        "2026-02-11T12:00 level none→pearl EARNED");
        assertThat(standings.benefits("carla")).containsExactly("samples");

        assertThat(chain.at("2026-03-01T12:00").buys("carla", order("o3").of(2, "perfume", 800_00)))
                .as("199 + 1 + 800 is a diamond, whatever lies between")
                .containsExactly(
                        "2026-03-01T12:00 PURCHASE",
                        "2026-03-01T12:00 EARN 800 glow ISSUED→AVAILABLE (every-euro)",
                        "2026-03-01T12:00 level pearl→diamond EARNED");
        assertThat(standings.benefits("carla"))
                .containsExactly("samples", "free-delivery", "early-access", "make-up-hour");

        assertThat(chain.at("2026-03-02T12:00").getsBack("carla", "o3", 1_00))
                .as("999 are not a diamond any more")
                .containsExactly(
                        "2026-03-02T12:00 REFUND",
                        "2026-03-02T12:00 CLAWBACK 1 glow AVAILABLE→ISSUED (every-euro)",
                        "2026-03-02T12:00 level diamond→rose REFUND");
        assertThat(standings.benefits("carla")).containsExactly("samples", "free-delivery");
    }

    @Test
    void aGiftIsPassedOnWithTheDaysThatItHasLeft() {
        Date birthDate = Date.newBuilder().setYear(1990).setMonth(2).setDay(1).build();
        chain.enrols("carla", Profile.newBuilder().setBirthDate(birthDate)).enrols("dora");
        chain.at("2026-02-21T12:00");
        chain.happenedTo("carla");

        assertThat(chain.sends("carla", "dora", "gift", 1))
                .containsExactly(
                        "2026-02-21T12:00 TRANSFER_OUT 1 gift AVAILABLE→IN_TRANSIT (transfer:gift)",
                        "2026-02-21T12:00 sent 1 to dora");
        assertThat(chain.at("2026-04-01T12:00").happenedTo("dora"))
                .as("30 days after the birthday")
                .containsExactly(
                        "2026-02-21T12:00 TRANSFER_IN 1 gift IN_TRANSIT→AVAILABLE (transfer:gift)",
                        "2026-02-21T12:00 received 1 of carla",
                        "2026-03-03T00:00 EXPIRE 1 gift AVAILABLE→EXPIRED (transfer:gift)");
    }

    @Test
    void whoBuysNothingMoreFallsOneLevelAYearEachTimeAfterTheGrace() {
        chain.enrols("carla").at("2026-03-01T12:00").buys("carla", order("o1").of(2, "perfume", 1000_00));
        chain.at("2027-01-01T00:00");
        assertThat(chain.happenedTo("carla"))
                .as("2026 had its 1,000: the review is passed")
                .isEmpty();
        assertThat(chain.diary.local(standings.of("carla").getReview().getAt())).hasToString("2028-01-01T00:00");

        // 2027, 2028 and 2029 have nothing; 1 January and 31 days of grace is 1 February.
        chain.at("2028-01-15T12:00");
        assertThat(standings.level("carla")).as("in grace").isEqualTo("diamond");
        assertThat(chain.diary.local(standings.of("carla").getGraceEndsAt())).hasToString("2028-02-01T00:00");
        assertThat(chain.at("2031-01-01T00:00").happenedTo("carla"))
                .containsExactly(
                        "2028-02-01T00:00 level diamond→rose REVIEW",
                        "2029-02-01T00:00 level rose→pearl REVIEW",
                        "2030-02-01T00:00 level pearl→none REVIEW");
        assertThat(chain.owns("carla")).as("what was earned is not lost").isEqualTo("glow 1000");
    }

    @Test
    void whoReachesTheLevelAnewWithinTheGraceKeepsIt() {
        chain.enrols("carla").at("2026-03-01T12:00").buys("carla", order("o1").of(2, "perfume", 1000_00));
        assertThat(chain.at("2028-01-31T23:59").buys("carla", order("o2").of(2, "perfume", 1000_00)))
                .containsExactly(
                        "2028-01-31T23:59 PURCHASE", "2028-01-31T23:59 EARN 1000 glow ISSUED→AVAILABLE (every-euro)");
        assertThat(chain.at("2028-12-31T12:00").happenedTo("carla")).isEmpty();
        assertThat(standings.level("carla")).isEqualTo("diamond");
    }

    @Test
    void aPurchaseOfTheOldYearThatIsToldInTheGracePassesTheReview() {
        chain.enrols("carla").at("2026-03-01T12:00").buys("carla", order("o1").of(2, "perfume", 1000_00));
        chain.at("2027-06-01T12:00").buys("carla", order("o2").of(2, "perfume", 999_00));
        chain.at("2028-01-10T12:00");
        assertThat(standings.of("carla").hasGraceEndsAt())
                .as("999 are too little")
                .isTrue();

        assertThat(chain.tellsLate(
                        "carla",
                        "2027-12-31T18:00",
                        order("o3").of(1, "care", 1_00).fact()))
                .containsExactly(
                        "2027-12-31T18:00 PURCHASE", "2028-01-10T12:00 EARN 1 glow ISSUED→AVAILABLE (every-euro)");
        assertThat(standings.of("carla").hasGraceEndsAt()).isFalse();
        assertThat(chain.at("2028-12-31T12:00").happenedTo("carla")).isEmpty();
        assertThat(standings.level("carla")).isEqualTo("diamond");
    }

    @Test
    void historyThatIsImportedGivesALevelButNoGlow() {
        chain.enrols("carla").at("2026-01-10T12:00");
        assertThat(chain.tellsLate(
                        "carla",
                        "2026-01-02T12:00",
                        order("o1").of(2, "perfume", 600_00).fact().setHistorical(true)))
                .containsExactly("2026-01-02T12:00 PURCHASE", "2026-01-10T12:00 level none→rose EARNED");
        assertThat(chain.owns("carla")).isEqualTo("nothing");
    }

    @Test
    void aBirthdayHasAGiftForThirtyDaysAndOneOnTheLeapDayHasItEveryYear() {
        chain.enrols("leah", born(2004, 2, 29));

        // 30 days of 24 hours lead over the beginning of summer time: midnight becomes one o'clock.
        assertThat(chain.at("2028-03-31T00:00").happenedTo("leah"))
                .containsExactly(
                        "2026-02-28T00:00 BIRTHDAY",
                        "2026-02-28T00:00 EARN 1 gift ISSUED→AVAILABLE (birthday-gift)",
                        "2026-03-30T01:00 EXPIRE 1 gift AVAILABLE→EXPIRED (birthday-gift)",
                        "2027-02-28T00:00 BIRTHDAY",
                        "2027-02-28T00:00 EARN 1 gift ISSUED→AVAILABLE (birthday-gift)",
                        "2027-03-30T01:00 EXPIRE 1 gift AVAILABLE→EXPIRED (birthday-gift)",
                        "2028-02-29T00:00 BIRTHDAY",
                        "2028-02-29T00:00 EARN 1 gift ISSUED→AVAILABLE (birthday-gift)",
                        "2028-03-30T01:00 EXPIRE 1 gift AVAILABLE→EXPIRED (birthday-gift)");
    }

    @Test
    void aDiamondGetsATreatmentAsWell() {
        chain.enrols("dora", born(1990, 5, 4)).at("2026-03-01T12:00");
        chain.buys("dora", order("o1").of(2, "perfume", 1000_00));

        assertThat(chain.at("2026-05-05T00:00").happenedTo("dora"))
                .containsExactly(
                        "2026-05-04T00:00 BIRTHDAY",
                        "2026-05-04T00:00 EARN 1 gift ISSUED→AVAILABLE (birthday-gift)",
                        "2026-05-04T00:00 EARN 1 treatment ISSUED→AVAILABLE (birthday-treatment)");
    }

    @Test
    void anotherBirthDateCountsAfterSixtyDaysAndNeverTwiceInAYear() {
        chain.enrols("mara", born(1990, 3, 10)).enrols("nora", born(1990, 6, 15));
        assertThat(chain.at("2026-03-11T00:00").happenedTo("mara")).hasSize(2);

        chain.at("2026-05-01T12:00");
        assertThat(changesBirthDate("mara", born(1990, 11, 20)))
                .containsExactly("2026-04-09T01:00 EXPIRE 1 gift AVAILABLE→EXPIRED (birthday-gift)", "profile updated");
        assertThat(changesBirthDate("nora", born(1990, 7, 10))).containsExactly("profile updated");

        // 30 days of May and 30 of June: the new dates count from 30 June on.
        assertThat(chain.at("2026-12-31T00:00").happenedTo("nora"))
                .containsExactly(
                        "2026-07-10T00:00 BIRTHDAY",
                        "2026-07-10T00:00 EARN 1 gift ISSUED→AVAILABLE (birthday-gift)",
                        "2026-08-09T00:00 EXPIRE 1 gift AVAILABLE→EXPIRED (birthday-gift)");
        assertThat(chain.happenedTo("mara"))
                .as("2026 has had its birthday in March")
                .isEmpty();
        assertThat(chain.at("2027-11-20T00:00").happenedTo("mara"))
                .containsExactly(
                        "2027-11-20T00:00 BIRTHDAY", "2027-11-20T00:00 EARN 1 gift ISSUED→AVAILABLE (birthday-gift)");
    }

    private static Profile.Builder born(int year, int month, int day) {
        return Profile.newBuilder()
                .setBirthDate(Date.newBuilder().setYear(year).setMonth(month).setDay(day));
    }

    private List<String> changesBirthDate(String member, Profile.Builder profile) {
        var _ = MemberServiceGrpc.newBlockingStub(chain.channel)
                .updateMember(UpdateMemberRequest.newBuilder()
                        .setMemberId(member)
                        .setProfile(profile)
                        .setRequestId(chain.newKey())
                        .build());
        return chain.happenedTo(member);
    }
}
