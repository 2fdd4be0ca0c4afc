package dev.perennial.domain.loyalty;

import static dev.perennial.domain.testing.Books.balances;
import static dev.perennial.domain.testing.Books.entitlements;
import static dev.perennial.domain.testing.Moments.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.FactPosition;
import dev.perennial.domain.activity.Purchase;
import dev.perennial.domain.activity.Refund;
import dev.perennial.domain.ledger.EntryKind;
import dev.perennial.domain.member.Behaviour;
import dev.perennial.domain.member.Traits;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.testing.Activities;
import dev.perennial.domain.testing.Entitlement;
import dev.perennial.domain.testing.Seeds;
import dev.perennial.domain.testing.Story;
import dev.perennial.domain.testing.Story.Step;
import dev.perennial.domain.testing.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What must hold for any story. The world's auditor looks at every decision of each. */
class StoriesTest {

    private static final int WHOLE_PAST = 36_500;
    private static final Traits AUSTRIAN = new Traits("", "AT", 1980, "", "", "");

    @Test
    void everyDecisionPassesTheAuditorAndCheckpointsChangeNothing() {
        Seeds.each(700, random -> {
            Story story = Story.from(random);
            ProgramHistory programs = story.programs(60, 60, 60, 10);
            World world = World.under(programs);
            World oracle = World.withoutCheckpoints(programs);
            for (int i = 0; i < 50; i++) {
                Step step = story.next();
                Story.happen(world, step);
                Story.happen(oracle, step);
                assertThat(world.state()).isEqualTo(oracle.state());
            }
            assertThat(world.entries()).isEqualTo(oracle.entries());
            assertThat(List.copyOf(world.facts())).isEqualTo(List.copyOf(oracle.facts()));
        });
    }

    @Test
    void everyFactIsExplainedByWhatTheLedgerHoldsForIt() {
        Seeds.each(200, random -> {
            Story story = Story.from(random);
            ProgramHistory programs = story.programs(WHOLE_PAST);
            World world = World.under(programs);
            for (int i = 0; i < 30; i++) {
                Story.happen(world, story.next());
            }
            for (RecordedFact fact : List.copyOf(world.facts())) {
                List<RuleOutcome> explanation = world.explain(fact);
                assertThat(explanation.stream().filter(RuleOutcome::matched).map(StoriesTest::grant))
                        .isEqualTo(fact.grants());
                assertThat(explanation).noneMatch(outcome -> outcome.reason().startsWith("decided when"));
            }
        });
    }

    private static Grant grant(RuleOutcome outcome) {
        return new Grant(outcome.rule(), outcome.unit(), outcome.nominal(), outcome.credited());
    }

    @Test
    void aFoldWithoutAnyMemoryComesToTheSameEntitlement() {
        Seeds.each(200, random -> {
            Story story = Story.plainFrom(random);
            World world = World.under(story.programs(WHOLE_PAST));
            for (int i = 0; i < 50; i++) {
                Story.happen(world, story.next());
                Entitlement expected = Entitlement.of(world.told(), world.programs());
                assertThat(entitlements(world)).isEqualTo(expected.units());
                assertThat(world.state().tally().behaviour()).isEqualTo(expected.behaviour());
            }
        });
    }

    @Test
    void whatIsClosedStaysAsItWasDecided() {
        Seeds.each(300, random -> {
            Story story = Story.from(random);
            World world = World.under(story.programs(10, 60));
            for (int i = 0; i < 50; i++) {
                Step step = story.next();
                List<RecordedFact> before = List.copyOf(world.facts());
                Story.happen(world, step);
                List<RecordedFact> closed = before.stream()
                        .filter(fact -> !(step instanceof Step.Tell tell) || closed(fact, tell.activity(), world))
                        .toList();
                assertThat(world.facts()).containsAll(closed);
            }
        });
    }

    /**
     * Whether the fact came before the one that was told, or before the order that it refunds, or before the window.
     */
    private static boolean closed(RecordedFact fact, Activity told, World world) {
        String orderId = told.detail() instanceof Refund refund ? refund.orderId() : "";
        FactPosition changed = world.facts().stream()
                .map(RecordedFact::activity)
                .filter(each -> each.detail() instanceof Purchase order
                        && order.orderId().equals(orderId))
                .findFirst()
                .orElse(told)
                .position();
        Instant now = world.state().advancedTo();
        Instant from = now.minus(world.programs().at(now).program().reopenWindow());
        if (orderId.isEmpty() && told.occurredAt().isBefore(from)) {
            return true;
        }
        return fact.position().compareTo(changed) < 0
                || (fact.activity().occurredAt().isBefore(from)
                        && !fact.position().equals(changed));
    }

    @Test
    void anyOrderOfArrivalEndsInTheSameEntitlementsAndBalances() { // A23
        Seeds.eachComparing(3, 600, random -> {
            Story story = Story.onOneClock(random);
            World first = World.under(story.programs(60));
            World second = World.under(first.programs());
            Stream.of(first, second).forEach(world -> world.updateProfile(AUSTRIAN, day(0)));
            List<Activity> facts = story.facts(20, 55);
            facts.forEach(fact -> first.record(fact, day(56)));
            shuffled(facts, random).forEach(fact -> second.record(fact, day(56)));
            return endedTheSame(first, second);
        });
    }

    @Test
    void anyMomentsOfArrivalWithinTheReopenWindowEndInTheSameEntitlementsAndBalances() { // A23
        Seeds.eachComparing(3, 600, random -> {
            Story story = Story.onOneClock(random);
            World first = World.under(story.programs(60));
            World second = World.under(first.programs());
            List<Activity> facts = story.facts(20, 50);
            for (World world : List.of(first, second)) {
                world.updateProfile(AUSTRIAN, day(0));
                arriving(facts, random).forEach(step -> Story.happen(world, step));
                world.advance(day(60));
            }
            return endedTheSame(first, second);
        });
    }

    /** Each fact some time after it occurred, but before the first of them leaves the reopen window. */
    private static List<Step> arriving(List<Activity> facts, RandomGenerator random) {
        return facts.stream()
                .map(fact -> new Step.Tell(fact, someTimeBetween(fact.occurredAt(), day(60), random)))
                .sorted(Comparator.comparing(Step::now))
                .map(Step.class::cast)
                .toList();
    }

    private static Instant someTimeBetween(Instant from, Instant to, RandomGenerator random) {
        return from.plusMillis(random.nextLong(Duration.between(from, to).toMillis() + 1));
    }

    /** Balances can only be compared where no expiry came in between; says whether they could. */
    private static boolean endedTheSame(World first, World second) {
        assertThat(entitlements(second)).isEqualTo(entitlements(first));
        assertThat(second.state().tally()).isEqualTo(first.state().tally());
        boolean comparable = nothingExpiredIn(first) && nothingExpiredIn(second);
        if (comparable) {
            assertThat(balances(second)).isEqualTo(balances(first));
        }
        return comparable;
    }

    @Test
    void oneJumpEqualsDayByDay() { // A24
        Seeds.each(200, random -> {
            Story story = Story.onOneClock(random);
            ProgramHistory programs = story.programs(60);
            List<Step> steps = new ArrayList<>();
            for (int i = 0; i < 25; i++) {
                steps.add(story.next());
            }
            World jumped = World.under(programs);
            World stepped = World.under(programs);
            for (Step step : steps) {
                Story.happen(jumped, step);
                for (Instant at = stepped.state().advancedTo();
                        at.isBefore(step.now());
                        at = at.plus(Duration.ofDays(1))) {
                    stepped.advance(at);
                }
                Story.happen(stepped, step);
            }
            Instant end = jumped.state().advancedTo().plus(Duration.ofDays(425));
            jumped.advance(end);
            for (Instant at = stepped.state().advancedTo(); at.isBefore(end); at = at.plus(Duration.ofDays(1))) {
                stepped.advance(at);
            }
            stepped.advance(end);
            assertThat(stepped.state().wallet()).isEqualTo(jumped.state().wallet());
            assertThat(stepped.state().redemptions()).isEqualTo(jumped.state().redemptions());
            assertThat(stepped.state().tally()).isEqualTo(jumped.state().tally());
            assertThat(stepped.entries()).isEqualTo(jumped.entries());
        });
    }

    @Test
    void refundingEverythingLeavesNothingEarnedAndNoBehaviour() {
        Seeds.each(500, random -> {
            Story story = Story.from(random);
            World world = World.under(story.programs(60));
            for (int i = 0; i < 30; i++) {
                Story.happen(world, story.next());
            }
            Instant end = world.state().advancedTo();
            for (Activity fact : activities(world)) {
                if (fact.detail() instanceof Purchase order) {
                    long everything = order.total() + 1;
                    Activities.ARefund refund =
                            Activities.aRefundOf(order.orderId()).as("all-of-" + order.orderId());
                    for (int line = 1; line <= order.lines().size(); line++) {
                        refund = refund.items(line, order.lines().get(line - 1).quantity());
                    }
                    world.record(refund.of(everything).on(end), end);
                }
            }
            assertThat(world.state().tally().behaviour()).isEqualTo(Behaviour.NONE);
            assertThat(world.facts().stream()
                            .filter(fact -> fact.activity().detail() instanceof Purchase)
                            .flatMap(fact -> fact.grants().stream()))
                    .isEmpty();
        });
    }

    private static List<Activity> shuffled(List<Activity> facts, RandomGenerator random) {
        List<Activity> shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, Random.from(random));
        return shuffled;
    }

    private static List<Activity> activities(World world) {
        return world.facts().stream().map(RecordedFact::activity).toList();
    }

    private static boolean nothingExpiredIn(World world) {
        return world.entries().stream().noneMatch(entry -> entry.kind() == EntryKind.EXPIRE);
    }
}
