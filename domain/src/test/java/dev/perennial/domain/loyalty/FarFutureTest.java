package dev.perennial.domain.loyalty;

import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Activities.aRefundOf;
import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.POINTS;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.testing.Seeds;
import dev.perennial.domain.testing.Story;
import dev.perennial.domain.testing.World;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What was accepted runs its course: if anything that is due later could fail, it would lock the member. */
class FarFutureTest {

    private static final Instant FAR_FUTURE = day(3_000);
    private static final long MOST_AT_ONCE = 1_000_000_000_000L;

    @Test
    void afterAnyStory() {
        Seeds.each(300, random -> {
            Story story = Story.from(random);
            World world = World.under(story.programs(10, 60));
            for (int i = 0; i < 40; i++) {
                Story.happen(world, story.next());
                runsItsCourse(world);
            }
        });
    }

    @Test
    void afterAnyStoryOfBalancesAtTheirLimit() {
        ProgramHistory programs = aProgram(
                        aRule("now").perItem(MOST_AT_ONCE),
                        aRule("soon").perItem(MOST_AT_ONCE).pendingFor(3).expiringAfter(9),
                        aRule("later").perItem(MOST_AT_ONCE).pendingFor(30))
                .alone();
        Seeds.eachComparing(2, 300, random -> {
            World world = World.under(programs);
            Instant now = START;
            int refused = 0;
            for (int i = 0; i < 30; i++) {
                now = now.plus(Duration.ofHours(random.nextInt(72)));
                refused += accepts(world, i, now, random) ? 0 : 1;
                runsItsCourse(world);
            }
            return refused > 0 && refused < 30; // the limit was met
        });
    }

    private static boolean accepts(World world, int number, Instant now, RandomGenerator random) {
        Instant occurredAt = now.minus(Duration.ofHours(random.nextInt(24 * 14)));
        return switch (random.nextInt(4)) {
            case 0 -> world.adjust(POINTS, amount(random), now).isPresent();
            case 1 ->
                world.tell(
                                aRefundOf("o" + random.nextInt(30))
                                        .as("r" + number)
                                        .of(random.nextInt(3))
                                        .on(now),
                                now)
                        instanceof Result.Ok;
            default ->
                world.tell(
                                aPurchase("o" + number)
                                        .with(random.nextInt(1, 500_000), 2)
                                        .on(occurredAt),
                                now)
                        instanceof Result.Ok;
        };
    }

    private static long amount(RandomGenerator random) {
        long amount = random.nextLong(1, 1_000_000) * MOST_AT_ONCE;
        return random.nextBoolean() ? amount : -amount;
    }

    private static void runsItsCourse(World world) {
        MemberState after = Loyalty.advance(world.programs(), world.state(), Budgets.NONE, FAR_FUTURE)
                .after();
        assertThat(after.wallet().nextDueAt()).isEmpty();
        assertThat(after.wallet().balances().values()).allMatch(balance -> balance.pending() == 0);
    }
}
