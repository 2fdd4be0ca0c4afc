package dev.perennial.domain.loyalty;

import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Activities.aRefundOf;
import static dev.perennial.domain.testing.Activities.euros;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.POINTS;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static dev.perennial.domain.testing.Questions.bornBefore;
import static dev.perennial.domain.testing.Questions.countryIs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.feed.Event;
import dev.perennial.domain.member.Traits;
import dev.perennial.domain.testing.World;
import org.junit.jupiter.api.Test;

/** What is known of the member counts as it was when a fact was first decided. */
class TraitsTest {

    private static final Traits GERMAN = new Traits("", "DE", 1980, "", "", "");
    private static final Traits AUSTRIAN = new Traits("", "AT", 1990, "", "", "");

    private final World world = World.under(aProgram(
                    aRule("local").fixed(10).when(countryIs("DE")),
                    aRule("older").fixed(1).when(bornBefore(1985)))
            .alone());

    @Test
    void conditionsReadWhatIsKnownOfTheMember() {
        world.record(aPurchase("o1").of(euros(1)).on(day(1)));
        assertThat(world.balance(POINTS).available()).isZero();
        world.updateProfile(GERMAN, day(2));
        world.record(aPurchase("o2").of(euros(1)).on(day(3)));
        assertThat(world.balance(POINTS).available()).isEqualTo(11);
    }

    @Test
    void aFactThatIsDecidedAgainReadsWhatWasKnownAtFirst() {
        world.updateProfile(GERMAN, day(1));
        world.record(aPurchase("o1").of(euros(9)).on(day(3)));
        world.updateProfile(AUSTRIAN, day(4));
        world.record(aRefundOf("o1").of(euros(1)).on(day(5)));
        world.record(aPurchase("o0").of(euros(9)).on(day(2)), day(6));
        assertThat(world.fact("o1").grants()).extracting(Grant::rule).containsExactly("local", "older");
        assertThat(world.fact("o1").traits()).isEqualTo(GERMAN);
        assertThat(world.fact("o0").grants()).isEmpty();
        assertThat(world.fact("o0").traits()).isEqualTo(AUSTRIAN);
    }

    @Test
    void aChangeOfTheProfileIsACommand() {
        MemberState before = world.state();
        Decision decision = world.updateProfile(GERMAN, day(1));
        assertThat(decision.events()).containsExactly(new Event.ProfileUpdated(2));
        assertThat(decision.after().traits()).isEqualTo(GERMAN);
        assertThat(decision.after().lastCommand()).isEqualTo(before.lastCommand() + 1);
        assertThat(decision.after().enrolledAt()).isEqualTo(before.enrolledAt());
    }

    @Test
    void commandsAreNumberedFromTheEnrolment() {
        assertThat(world.state().lastCommand()).isEqualTo(1);
        assertThat(world.adjust(POINTS, 5, day(1)).orElseThrow().entries())
                .extracting(entry -> entry.cause().number())
                .containsExactly(2L);
    }
}
