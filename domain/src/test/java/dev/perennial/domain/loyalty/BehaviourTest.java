package dev.perennial.domain.loyalty;

import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Activities.aRefundOf;
import static dev.perennial.domain.testing.Activities.aVisit;
import static dev.perennial.domain.testing.Activities.euros;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.member.Behaviour;
import dev.perennial.domain.testing.World;
import org.junit.jupiter.api.Test;

class BehaviourTest {

    private final World world = World.under(aProgram(aRule("base")).alone());

    @Test
    void theFirstPurchaseStaysAndTheLastOneMoves() {
        world.record(aPurchase("o1").of(euros(10)).on(day(1)));
        assertThat(behaviour()).isEqualTo(new Behaviour(1, euros(10), day(1), day(1)));
        world.record(aPurchase("o2").of(euros(5)).shippedFor(euros(3)).on(day(4)));
        world.record(aVisit("v1").on(day(5)));
        assertThat(behaviour()).isEqualTo(new Behaviour(2, euros(15), day(1), day(4)));
    }

    @Test
    void aLatePurchaseMayBeTheFirst() {
        world.record(aPurchase("o1").of(euros(10)).on(day(3)));
        world.record(aPurchase("o0").of(euros(5)).on(day(1)), day(4));
        assertThat(behaviour()).isEqualTo(new Behaviour(2, euros(15), day(1), day(3)));
        world.record(aPurchase("between").of(euros(1)).on(day(2)), day(5));
        assertThat(behaviour()).isEqualTo(new Behaviour(3, euros(16), day(1), day(3)));
    }

    @Test
    void aPurchaseInAnotherCurrencyCountsButIsNotSpent() {
        world.record(aPurchase("o1").of(euros(10)).in("USD").on(day(1)));
        assertThat(behaviour()).isEqualTo(new Behaviour(1, 0, day(1), day(1)));
        world.record(aPurchase("o2").of(euros(5)).on(day(2)));
        assertThat(behaviour()).isEqualTo(new Behaviour(2, euros(5), day(1), day(2)));
    }

    @Test
    void anOrderRefundedInFullWasNeverBought() {
        world.record(aPurchase("o1").of(euros(10)).on(day(1)));
        world.record(aPurchase("o2").of(euros(5)).on(day(2)));
        world.record(aRefundOf("o1").of(euros(4)).on(day(3)));
        assertThat(behaviour()).isEqualTo(new Behaviour(2, euros(11), day(1), day(2)));
        world.record(aRefundOf("o1").as("rest").of(euros(6)).on(day(3)));
        assertThat(behaviour()).isEqualTo(new Behaviour(1, euros(5), day(2), day(2)));
    }

    private Behaviour behaviour() {
        return world.state().tally().behaviour();
    }
}
