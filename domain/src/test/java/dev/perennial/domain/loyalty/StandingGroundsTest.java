package dev.perennial.domain.loyalty;

import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Activities.aRefundOf;
import static dev.perennial.domain.testing.Activities.euros;
import static dev.perennial.domain.testing.Moments.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.ActivityKey;
import dev.perennial.domain.activity.MembershipFact;
import dev.perennial.domain.activity.Place;
import dev.perennial.domain.activity.StatusMatch;
import dev.perennial.domain.loyalty.StandingExplanation.Contribution;
import dev.perennial.domain.loyalty.StandingExplanation.Earning;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.TiersDocument.Level;
import dev.perennial.domain.program.TiersDocument.OnRefund;
import dev.perennial.domain.program.TiersDocument.Window;
import dev.perennial.domain.testing.Seeds;
import dev.perennial.domain.testing.TieredPrograms;
import dev.perennial.domain.testing.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an explanation lists comes to the level that it explains, by nothing but the thresholds that it lists. */
class StandingGroundsTest {

    @Test
    void anActivityIsListedWithWhatRefundsTookOfIt() {
        World world = World.under(TieredPrograms.calendarYears());
        var _ = world.record(aPurchase("o1").of(euros(250)).on(day(1)));
        var _ = world.record(aPurchase("o2").of(euros(120)).on(day(2)));
        var _ = world.record(aRefundOf("o1").of(euros(90)).on(day(3)));

        StandingExplanation why = world.explainStanding(day(4));
        Earning earning = why.earning().orElseThrow();
        assertThat(earning.contributions())
                .containsExactly(new Contribution(1, day(1), 250, 90), new Contribution(2, day(2), 120, 0));
        assertThat(earning.sum()).isEqualTo(280);
        assertThat(earning.reached()).isEqualTo("silver");
        assertThat(earning.kept()).isEmpty();
        assertThat(why.now().standing().level()).isEqualTo("silver");
    }

    @Test
    void aLevelThatIsKeptUntilItsReviewIsToldFromOneThatIsReached() {
        World world = World.under(TieredPrograms.calendarYears());
        var _ = world.record(aPurchase("o1").of(euros(300)).on(day(1)));

        Earning earning = world.explainStanding(day(370)).earning().orElseThrow();
        assertThat(earning.contributions()).isEmpty();
        assertThat(earning.reached()).isEmpty();
        assertThat(earning.kept()).isEqualTo("gold");
    }

    @Test
    void whatIsListedComesToTheLevelWhateverAMemberDoes() {
        Seeds.each(300, random -> {
            ProgramHistory programs = TieredPrograms.measuring(
                    random.nextBoolean() ? new Window.CalendarYear() : new Window.RollingDays(60),
                    random.nextBoolean() ? OnRefund.REVOKE : OnRefund.KEEP_UNTIL_REVIEW);
            World world = World.under(programs);
            int now = 0;
            for (int i = 0; i < 25; i++) {
                now += random.nextInt(20);
                does(world, random, i, now);
                requireToAddUp(world.explainStanding(day(now)));
            }
            requireToAddUp(world.explainStanding(day(now + random.nextInt(400))));
        });
    }

    private static void does(World world, RandomGenerator random, int i, int now) {
        Instant at = day(Math.max(0, now - random.nextInt(30)));
        var _ = switch (random.nextInt(6)) {
            case 0 ->
                world.tell(
                        aRefundOf("o" + random.nextInt(i + 1))
                                .of(euros(40))
                                .as("r" + i)
                                .on(at),
                        day(now));
            case 1 -> world.ask(OwnFact.matching("m" + i, new StatusMatch("silver", "air", "")), day(now));
            case 2 -> world.ask(OwnFact.trying("t" + i, "club"), day(now));
            case 3 -> world.tell(payment("p" + i, at), day(now));
            default ->
                world.tell(aPurchase("o" + i).of(euros(random.nextInt(200))).on(at), day(now));
        };
    }

    private static Activity payment(String id, Instant at) {
        return new Activity(
                new ActivityKey("shop", id), at, false, Place.UNKNOWN, Map.of(), new MembershipFact.Payment("club"));
    }

    private static void requireToAddUp(StandingExplanation why) {
        Earning earning = why.earning().orElseThrow();
        assertThat(earning.moved()).as("nothing moves without another version").isZero();
        assertThat(earning.sum()).isEqualTo(why.now().outlook().orElseThrow().earned());
        List<Level> levels = earning.tiers().levels();
        String reached = levels.stream()
                .filter(level -> level.threshold() <= earning.sum())
                .map(Level::id)
                .reduce("", (lower, higher) -> higher);
        assertThat(earning.reached()).isEqualTo(reached);
        List<String> ranked =
                Stream.concat(Stream.of(""), levels.stream().map(Level::id)).toList();
        int highest = Stream.of(
                        Stream.of(reached, earning.kept()),
                        why.matches().stream().map(grant -> grant.match().level()),
                        why.plans().stream().map(StandingExplanation.PlanGrant::level))
                .flatMap(grounds -> grounds)
                .mapToInt(ranked::indexOf)
                .max()
                .orElseThrow();
        assertThat(Objects.requireNonNull(ranked.get(highest)))
                .isEqualTo(why.now().standing().level());
        assertThat(why.matches()).allMatch(grant -> grant.activityNumber() > 0);
    }
}
