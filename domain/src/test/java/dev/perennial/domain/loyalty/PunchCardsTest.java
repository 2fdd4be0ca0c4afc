package dev.perennial.domain.loyalty;

import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Activities.aRefundOf;
import static dev.perennial.domain.testing.Activities.euros;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.COFFEES;
import static dev.perennial.domain.testing.Programs.STAMPS;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.program.Expiry;
import dev.perennial.domain.program.PunchCardDocument;
import dev.perennial.domain.testing.World;
import org.junit.jupiter.api.Test;

/** Stamps that come back out of a reward. */
class PunchCardsTest {

    /** A stamp for each purchase, good for 100 days; three become a coffee. */
    private final World world =
            World.under(aProgram(aRule("stamp").fixed(1).in(STAMPS).expiringAfter(100))
                    .with(parts -> parts.card(new PunchCardDocument(
                            "card", "Card", STAMPS.value(), 3, COFFEES.value(), 1, new Expiry.Never())))
                    .alone());

    @Test
    void theyAreGoodAsLongAsThoseOfTheDayOnWhichTheyComeBack() {
        fillACard();
        world.record(aRefundOf("o1").of(euros(10)).on(day(50)));
        assertThat(world.balance(COFFEES).available()).isZero();
        assertThat(world.balance(STAMPS).available()).isEqualTo(2);

        world.advance(day(150).minusSeconds(1));
        assertThat(world.balance(STAMPS).available()).isEqualTo(2);
        world.advance(day(150));
        assertThat(world.balance(STAMPS).available()).isZero();
    }

    @Test
    void theyFillTheNextCardWhileTheyAreGood() {
        fillACard();
        world.record(aRefundOf("o1").of(euros(10)).on(day(50)));
        world.record(aPurchase("o4").of(euros(10)).on(day(149)));
        assertThat(world.balance(COFFEES).available()).isOne();
        assertThat(world.balance(STAMPS).available()).isZero();
    }

    private void fillACard() {
        for (int i = 1; i <= 3; i++) {
            world.record(aPurchase("o" + i).of(euros(10)).on(day(i)));
        }
        assertThat(world.balance(COFFEES).available()).isOne();
    }
}
