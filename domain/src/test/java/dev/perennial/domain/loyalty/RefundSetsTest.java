package dev.perennial.domain.loyalty;

import static dev.perennial.domain.testing.Books.balances;
import static dev.perennial.domain.testing.Books.entitlements;
import static dev.perennial.domain.testing.Moments.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.Refund;
import dev.perennial.domain.activity.Refund.ReturnedLine;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.testing.Activities;
import dev.perennial.domain.testing.Seeds;
import dev.perennial.domain.testing.Story;
import dev.perennial.domain.testing.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/**
 * What an order is worth is a function of its set of refunds: 10,000 random sets, under programs with levels, caps,
 * multipliers, counters, cards and whatever else random programs hold, told in any order and split in any way.
 */
class RefundSetsTest {

    private static final int WHOLE_PAST = 36_500;
    private static final Instant REFUNDED = day(51);
    private static final int[] MOMENTS = {51, 52, 150, 430};

    @Test
    void anyOrderAndSplitOfRefundsEndsTheSame() {
        Seeds.each(10_000, random -> {
            Story story = Story.onOneClock(random);
            ProgramHistory programs = story.programs(WHOLE_PAST);
            List<Activity> facts = story.facts(random.nextInt(4, 13), 50);
            List<Activity> bought = new ArrayList<>();
            List<Refund> refunds = new ArrayList<>();
            for (Activity fact : facts) {
                if (fact.detail() instanceof Refund refund) {
                    refunds.add(refund);
                } else {
                    bought.add(fact);
                }
            }
            World inOrder = refunded(programs, bought, refunds);
            World shuffled = refunded(programs, bought, shuffled(refunds, random));
            World joined = refunded(programs, bought, joined(refunds));
            for (World other : List.of(shuffled, joined)) {
                assertThat(entitlements(other)).isEqualTo(entitlements(inOrder));
                assertThat(balances(other)).isEqualTo(balances(inOrder));
                for (int moment : MOMENTS) {
                    assertThat(standing(other, day(moment))).isEqualTo(standing(inOrder, day(moment)));
                }
                assertThat(other.state().tally().behaviour())
                        .isEqualTo(inOrder.state().tally().behaviour());
            }
        });
    }

    /** All of them at one moment, so that only their set can matter. */
    private static World refunded(ProgramHistory programs, List<Activity> bought, List<Refund> refunds) {
        World world = World.under(programs);
        bought.forEach(fact -> world.record(fact, day(50)));
        for (int i = 0; i < refunds.size(); i++) {
            Activities.ARefund refund =
                    Activities.aRefundOf(refunds.get(i).orderId()).as("r" + i);
            for (ReturnedLine line : refunds.get(i).lines()) {
                refund = refund.items(line.lineNumber(), line.quantity());
            }
            world.record(refund.of(refunds.get(i).amount()).on(REFUNDED), REFUNDED);
        }
        return world;
    }

    /** One refund for each order, of everything that went back. */
    private static List<Refund> joined(List<Refund> refunds) {
        Map<String, Refund> byOrder = new TreeMap<>();
        for (Refund refund : refunds) {
            byOrder.merge(refund.orderId(), refund, RefundSetsTest::both);
        }
        return List.copyOf(byOrder.values());
    }

    private static Refund both(Refund one, Refund other) {
        Map<Integer, Long> quantities = new TreeMap<>();
        for (Refund refund : List.of(one, other)) {
            refund.lines().forEach(line -> quantities.merge(line.lineNumber(), line.quantity(), Math::addExact));
        }
        List<ReturnedLine> lines = quantities.entrySet().stream()
                .map(line -> new ReturnedLine(line.getKey(), line.getValue()))
                .toList();
        return new Refund(one.orderId(), lines, Math.addExact(one.amount(), other.amount()));
    }

    private static List<Refund> shuffled(List<Refund> refunds, RandomGenerator random) {
        List<Refund> shuffled = new ArrayList<>(refunds);
        Collections.shuffle(shuffled, Random.from(random));
        return shuffled;
    }

    /** What anybody can see of it: the level, what is missing for the next, and what the review will say. */
    private static String standing(World world, Instant moment) {
        StandingNow now = world.standing(moment);
        return now.standing().level() + " " + now.outlook();
    }
}
