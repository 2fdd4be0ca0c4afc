package dev.perennial.domain.loyalty;

import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Activities.aRefundOf;
import static dev.perennial.domain.testing.Activities.euros;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Moments.days;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static dev.perennial.domain.testing.Programs.versions;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.activity.Purchase;
import dev.perennial.domain.loyalty.Consequences.Note;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.Period;
import dev.perennial.domain.testing.Programs.AProgram;
import dev.perennial.domain.testing.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Orders share 100 points in the order in which they occurred; how long ago that was says who gives way to whom. */
class ReopenWindowTest {

    private static final Duration MOMENT = Duration.ofNanos(1);

    private final ProgramHistory sixtyDays = sharing100(60).alone();

    @Test
    void aRefundOfAnOldOrderReopensOnlyWhatIsInTheWindow() {
        World world = threeOrders(sixtyDays);
        assertThat(credited(world)).isEqualTo(Map.of("o1", 80L, "o2", 20L, "o3", 0L));
        world.record(aRefundOf("o1").of(euros(80)).on(day(100)));
        assertThat(credited(world)).isEqualTo(Map.of("o1", 0L, "o2", 20L, "o3", 80L));
    }

    @Test
    void whatOccurredExactlyTheWindowAgoIsReopened() {
        World world = threeOrders(sixtyDays);
        world.record(aRefundOf("o1").of(euros(80)).on(day(10).plus(days(60))));
        assertThat(credited(world)).isEqualTo(Map.of("o1", 0L, "o2", 80L, "o3", 20L));
    }

    @Test
    void whatOccurredAMomentEarlierIsNot() {
        World world = threeOrders(sixtyDays);
        world.record(aRefundOf("o1").of(euros(80)).on(day(10).plus(days(60)).plus(MOMENT)));
        assertThat(credited(world)).isEqualTo(Map.of("o1", 0L, "o2", 20L, "o3", 80L));
    }

    @Test
    void aLateOrderFromExactlyTheWindowAgoComesBeforeLaterOnes() {
        World world = World.under(sixtyDays);
        world.record(aPurchase("o1").of(euros(80)).on(day(60)));
        assertThat(lateOrder(world, day(40))).isEqualTo(Note.DECIDED_AGAIN);
        assertThat(credited(world)).isEqualTo(Map.of("o1", 20L, "late", 80L));
    }

    @Test
    void aLateOrderFromAMomentEarlierOnlyGetsWhatIsLeft() {
        World world = World.under(sixtyDays);
        world.record(aPurchase("o1").of(euros(80)).on(day(60)));
        assertThat(lateOrder(world, day(40).minus(MOMENT))).isEqualTo(Note.OUTSIDE_REOPEN_WINDOW);
        assertThat(credited(world)).isEqualTo(Map.of("o1", 80L, "late", 20L));
    }

    @Test
    void theWindowIsThatOfTheVersionInForceNow() {
        ProgramHistory programs = versions(
                sharing100(60).version(1, day(0)),
                sharing100(10).version(2, day(95)),
                sharing100(60).version(3, day(101)));
        World world = World.under(programs);
        world.record(aPurchase("o1").of(euros(80)).on(day(60)));
        assertThat(lateOrder(world, day(50))).isEqualTo(Note.OUTSIDE_REOPEN_WINDOW);
        World refunded = threeOrders(programs);
        refunded.record(aPurchase("o4").of(euros(80)).on(day(99)));
        refunded.record(aRefundOf("o1").of(euros(80)).on(day(100)));
        assertThat(credited(refunded)).isEqualTo(Map.of("o1", 0L, "o2", 20L, "o3", 0L, "o4", 80L));
    }

    private static AProgram sharing100(int reopenDays) {
        return aProgram(aRule("base").cappedAt(100, Period.LIFETIME)).reopening(reopenDays);
    }

    private static World threeOrders(ProgramHistory programs) {
        World world = World.under(programs);
        world.record(aPurchase("o1").of(euros(80)).on(day(1)));
        world.record(aPurchase("o2").of(euros(80)).on(day(10)));
        world.record(aPurchase("o3").of(euros(80)).on(day(65)));
        return world;
    }

    /** Told on day 100. */
    private static Note lateOrder(World world, Instant occurredAt) {
        return world.record(aPurchase("late").of(euros(80)).on(occurredAt), day(100))
                .notes()
                .getFirst();
    }

    /** Points by order. */
    private static Map<String, Long> credited(World world) {
        return world.facts().stream()
                .filter(fact -> fact.activity().detail() instanceof Purchase)
                .collect(Collectors.toMap(
                        fact -> fact.activity().key().externalId(),
                        fact -> fact.grants().stream()
                                .mapToLong(Grant::credited)
                                .sum()));
    }
}
