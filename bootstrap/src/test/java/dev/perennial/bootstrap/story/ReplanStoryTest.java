package dev.perennial.bootstrap.story;

import static dev.perennial.bootstrap.story.AProgram.aProgram;
import static dev.perennial.bootstrap.story.ARule.aRule;
import static dev.perennial.bootstrap.story.Days.day;
import static dev.perennial.bootstrap.story.Days.euros;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.type.Date;
import dev.perennial.contract.activity.v1.ActivityType;
import dev.perennial.contract.member.v1.EnrolMemberRequest;
import dev.perennial.contract.member.v1.Profile;
import dev.perennial.contract.program.v1.GetProgramRequest;
import dev.perennial.contract.program.v1.MemberPlanning;
import dev.perennial.contract.program.v1.PlanProgramRequest;
import dev.perennial.contract.sandbox.v1.AdvanceClockResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A version brings something that becomes due by itself, and nobody has to act for it to come. */
class ReplanStoryTest {

    private static final AProgram POINTS = aProgram(aRule("base").perEuro(1));
    private static final AProgram GIFTS = aProgram(
            aRule("base").perEuro(1),
            aRule("birthday").about(ActivityType.ACTIVITY_TYPE_BIRTHDAY).fixed(50),
            aRule("year").about(ActivityType.ACTIVITY_TYPE_ANNIVERSARY).fixed(20));

    private final Shop shop = Platform.newSandbox().runs(POINTS);

    @Test
    void aBirthdaysGiftComesThoughNobodyHasActedSinceItWasPromised() {
        enrols("alice", 3, 1);
        enrols("bob", 6, 15);
        shop.enrols("carol");
        assertThat(shop.advances(day(30)).getMembersAdvanced())
                .as("under the first version nothing is ever due")
                .isZero();
        assertThat(shop.programs
                        .planProgram(PlanProgramRequest.newBuilder()
                                .setProgram(GIFTS.document())
                                .build())
                        .getMembersToPlan())
                .isEqualTo(3);

        shop.runs(GIFTS);
        assertThat(planning()).isEqualTo(left(3));
        AdvanceClockResponse arrived = shop.advances(day(200));

        assertThat(planning())
                .isEqualTo(MemberPlanning.newBuilder()
                        .setFinished(true)
                        .setMembersPlanned(3)
                        .build());
        assertThat(shop.points("alice")).isEqualTo(new Points(50, 0, 0));
        assertThat(shop.points("bob")).isEqualTo(new Points(50, 0, 0));
        assertThat(shop.points("carol")).isEqualTo(Points.NONE);
        assertThat(arrived.getDueMoments())
                .as("the version's and two birthdays")
                .isEqualTo(3);
        shop.advances(day(366));
        assertThat(List.of("alice", "bob", "carol"))
                .extracting(shop::points)
                .containsExactly(new Points(70, 0, 0), new Points(70, 0, 0), new Points(20, 0, 0));
    }

    @Test
    void aVersionForLaterTakesEffectInTheMiddleOfAJump() {
        enrols("alice", 3, 1);
        enrols("bob", 6, 15);
        shop.programs.applyProgram(GIFTS.application("later", day(100)));

        shop.advances(day(365));
        assertThat(shop.points("alice")).as("her birthday was before it").isEqualTo(new Points(20, 0, 0));
        assertThat(shop.points("bob")).isEqualTo(new Points(70, 0, 0));
    }

    @Test
    void whoActsInTheMeantimeLosesNothing() {
        enrols("alice", 3, 1);
        enrols("bob", 3, 1);
        shop.runs(GIFTS);
        shop.buys("alice", "o1", euros(10)).on(day(0)).told();

        shop.advances(day(100));
        assertThat(shop.points("alice")).isEqualTo(new Points(60, 0, 0));
        assertThat(shop.points("bob")).isEqualTo(new Points(50, 0, 0));
    }

    private MemberPlanning planning() {
        return shop.programs.getProgram(GetProgramRequest.getDefaultInstance()).getPlanning();
    }

    private static MemberPlanning left(long members) {
        return MemberPlanning.newBuilder().setMembersLeft(members).build();
    }

    private void enrols(String member, int month, int day) {
        Date birthDate =
                Date.newBuilder().setYear(1990).setMonth(month).setDay(day).build();
        shop.members.enrolMember(EnrolMemberRequest.newBuilder()
                .setMemberId(member)
                .setProfile(Profile.newBuilder().setBirthDate(birthDate))
                .setRequestId("enrol-" + member)
                .build());
    }
}
