package dev.perennial.bootstrap.story;

import static dev.perennial.bootstrap.story.AProgram.aProgram;
import static dev.perennial.bootstrap.story.ARule.aRule;
import static dev.perennial.bootstrap.story.Days.day;
import static dev.perennial.bootstrap.story.Days.euros;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contract.activity.v1.ActivityType;
import dev.perennial.contract.loyalty.v1.GetStandingRequest;
import dev.perennial.contract.member.v1.MergeMembersRequest;
import dev.perennial.contract.member.v1.MergeMembersResponse;
import dev.perennial.contract.member.v1.MergeServiceGrpc;
import dev.perennial.contract.program.v1.Program;
import dev.perennial.contract.program.v1.SlidingExpiry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What two lives that were led at different times come to when they turn out to be one, on a clock of their own. */
class MergedLivesStoryTest {

    private final Shop shop = Platform.newSandbox();

    @AfterEach
    void theBooksAreSound() {
        assertThat(Books.audit())
                .allSatisfy(finding ->
                        assertThat(finding.examples()).as(finding.name()).isEmpty());
    }

    @Test
    void unitsThatSlideAreKeptByWhatEitherDid() {
        shop.runs(sliding(2)).enrols("card").enrols("app");
        shop.buys("card", "c1", euros(100)).on(day(0)).told();
        shop.buys("app", "a1", euros(10)).on(day(0)).told();
        shop.advances(day(50));
        shop.buys("card", "c2", euros(5)).on(day(50)).told();
        shop.advances(day(70));
        assertThat(shop.points("app")).as("they ran out").isEqualTo(Points.NONE);

        merge("card", "app");

        assertThat(shop.points("app").available()).isEqualTo(105);
        shop.advances(day(100));
        assertThat(shop.points("app").available()).isEqualTo(105);
        shop.advances(day(120));
        assertThat(shop.points("app")).isEqualTo(Points.NONE);
    }

    @Test
    void theClockGoesOnWhenAnotherProgramIsApplied() {
        shop.runs(aProgram(aRule("base").perEuro(1))).enrols("card").enrols("app");
        shop.buys("card", "c1", euros(100)).on(day(0)).told();
        merge("card", "app");

        shop.runs(aProgram(aRule("base").perEuro(2)));
        shop.advances(day(1));

        shop.buys("card", "c2", euros(10)).on(day(1)).told();
        assertThat(shop.points("app").available()).isEqualTo(120);
    }

    @Test
    void aRefundIsDecidedByTheEnrolmentOfWhoseOrderItWas() {
        shop.runs(aProgram(
                        aRule("base").perEuro(1), aRule("young").perEuro(2).when("member.days_since_enrolment < 30")))
                .enrols("app");
        shop.advances(day(100));
        shop.enrols("card");
        shop.buys("card", "c1", euros(100)).on(day(100)).told();
        assertThat(shop.points("card").available()).isEqualTo(300);

        merge("card", "app");
        shop.refunds("app", "c1", "r1", euros(10)).on(day(100)).told();

        assertThat(shop.points("app").available()).isEqualTo(270);
    }

    @Test
    void neitherLosesItsLevel() {
        shop.runs(aProgram(aRule("base").perEuro(1)).withLevelsAndAClub())
                .enrols("card")
                .enrols("app");
        shop.buys("card", "c1", euros(200)).on(day(0)).told();
        shop.buys("app", "a1", euros(90)).on(day(0)).told();
        assertThat(level("app")).isEmpty();

        merge("card", "app");
        assertThat(level("app")).isEqualTo("Silver");

        shop.buys("app", "a2", euros(10)).on(day(0)).told();
        assertThat(level("card")).as("both together").isEqualTo("Gold");
    }

    private String level(String member) {
        return shop.standing
                .getStanding(GetStandingRequest.newBuilder().setMemberId(member).build())
                .getStanding()
                .getLevel()
                .getName();
    }

    private static AProgram sliding(int months) {
        Program.Builder program = aProgram(aRule("base").perEuro(1)).document().toBuilder();
        program.getUnitsBuilder(0)
                .setSlidingExpiry(SlidingExpiry.newBuilder()
                        .setMonths(months)
                        .addQualifying(ActivityType.ACTIVITY_TYPE_PURCHASE));
        return new AProgram(program.build());
    }

    private MergeMembersResponse merge(String from, String into) {
        return MergeServiceGrpc.newBlockingStub(shop.channel)
                .mergeMembers(MergeMembersRequest.newBuilder()
                        .setFromMemberId(from)
                        .setIntoMemberId(into)
                        .setReason("the same telephone number")
                        .setRequestId("merge")
                        .build());
    }
}
