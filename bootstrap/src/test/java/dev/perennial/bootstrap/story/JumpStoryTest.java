package dev.perennial.bootstrap.story;

import static dev.perennial.bootstrap.story.AProgram.aProgram;
import static dev.perennial.bootstrap.story.ARule.aRule;
import static dev.perennial.bootstrap.story.Days.day;
import static dev.perennial.bootstrap.story.Days.euros;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.type.Date;
import dev.perennial.contract.activity.v1.ActivityType;
import dev.perennial.contract.loyalty.v1.JoinClubRequest;
import dev.perennial.contract.member.v1.EnrolMemberRequest;
import dev.perennial.contract.member.v1.Profile;
import dev.perennial.contract.program.v1.Challenge;
import dev.perennial.contract.program.v1.CountedFacts;
import dev.perennial.contract.program.v1.Counter;
import dev.perennial.contract.program.v1.Period;
import dev.perennial.contract.program.v1.Stage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * One jump of 14 months equals a step for each day: several members with birthdays in their own zones and lots that
 * activate and run out, a club that reaches its goal by what its members' birthdays contribute, and a second version of
 * the program that takes effect in between.
 */
class JumpStoryTest {

    private static final int FOURTEEN_MONTHS = 425;
    private static final List<String> ZONES =
            List.of("Pacific/Auckland", "Europe/Berlin", "America/Los_Angeles", "Asia/Kolkata");

    @Test
    void oneJumpIsAStepForEachDayAcrossMembersReactionsAndVersions() {
        Shop jumping = opened();
        Shop stepping = opened();

        jumping.advances(day(FOURTEEN_MONTHS));
        IntStream.rangeClosed(1, FOURTEEN_MONTHS).forEach(number -> stepping.advances(day(number)));

        for (int i = 0; i < ZONES.size(); i++) {
            String member = "m" + i;
            List<String> lived = Rows.events(jumping, member);
            assertThat(lived).as(member).isEqualTo(Rows.events(stepping, member));
            assertThat(lived)
                    .contains("BIRTHDAY recorded", "ANNIVERSARY recorded", "CLUB_GOAL recorded")
                    .anyMatch(event -> event.startsWith("EXPIRE"));
            assertThat(jumping.points(member)).isEqualTo(stepping.points(member));
        }
        assertThat(goals(jumping)).isEqualTo(goals(stepping)).hasSize(1);
    }

    private static Shop opened() {
        Shop shop = Platform.newSandbox().runs(version(10));
        shop.programs.applyProgram(version(30).application("later", day(150)));
        for (int i = 0; i < ZONES.size(); i++) {
            enrol(shop, "m" + i, 2 + 3 * i, ZONES.get(i));
            shop.buys("m" + i, "o" + i, euros(20 + i)).on(day(0)).told();
        }
        return shop;
    }

    private static void enrol(Shop shop, String member, int month, String zone) {
        Date birthDate =
                Date.newBuilder().setYear(1990).setMonth(month).setDay(28).build();
        shop.members.enrolMember(EnrolMemberRequest.newBuilder()
                .setMemberId(member)
                .setProfile(Profile.newBuilder().setBirthDate(birthDate).setTimeZone(zone))
                .setRequestId("enrol-" + member)
                .build());
        shop.clubs.joinClub(JoinClubRequest.newBuilder()
                .setMemberId(member)
                .setClubId("owls")
                .setRequestId("join-" + member)
                .build());
    }

    private static AProgram version(long gift) {
        AProgram program = aProgram(
                aRule("base").perEuro(1).pendingFor(14).expiringAfter(100),
                aRule("birthday")
                        .about(ActivityType.ACTIVITY_TYPE_BIRTHDAY)
                        .fixed(gift)
                        .expiringAfter(60),
                aRule("year").about(ActivityType.ACTIVITY_TYPE_ANNIVERSARY).fixed(5));
        return new AProgram(program.document().toBuilder()
                .addCounters(Counter.newBuilder()
                        .setId("birthdays")
                        .setActivityType(ActivityType.ACTIVITY_TYPE_BIRTHDAY)
                        .setFacts(CountedFacts.getDefaultInstance())
                        .setCurrent(Period.PERIOD_YEAR))
                .addChallenges(Challenge.newBuilder()
                        .setId("all")
                        .setCounter("birthdays")
                        .setShared(true)
                        .addStages(Stage.newBuilder()
                                .setTarget(ZONES.size())
                                .setUnit("stamps")
                                .setUnits(7)
                                .setAfterDays(30)))
                .build());
    }

    private static List<String> goals(Shop shop) {
        return Rows.query("""
            select concat(g.challenge, ' ', g.starts_on, ' ', g.target, ' ', g.reached_at, ' ', g.told)
            from club_goal g join tenant t on t.tenant_id = g.tenant_id where t.name = ?
            """, row -> row.getString(1), shop.name);
    }
}
