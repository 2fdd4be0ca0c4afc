package dev.perennial.domain.loyalty;

import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Activities.euros;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.testing.Programs.ARule;
import dev.perennial.domain.testing.World;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A season holds its first moment, and not its end. */
class SeasonTest {

    private static final String OUT = "out of season";

    @Test
    void aRuleIsGoodFromItsStartOn() {
        ARule rule = aRule("base").from(day(10));
        assertThat(outcomes(rule, day(10).minusNanos(1))).containsExactly(OUT);
        assertThat(outcomes(rule, day(10))).containsExactly("10 units");
        assertThat(outcomes(rule, day(1_000))).containsExactly("10 units");
    }

    @Test
    void aRuleIsGoodUntilItsEnd() {
        ARule rule = aRule("base").until(day(20));
        assertThat(outcomes(rule, day(1))).containsExactly("10 units");
        assertThat(outcomes(rule, day(20).minusNanos(1))).containsExactly("10 units");
        assertThat(outcomes(rule, day(20))).containsExactly(OUT);
    }

    @Test
    void whenAFactIsToldDoesNotMatter() {
        World world =
                World.under(aProgram(aRule("base").from(day(10)).until(day(20))).alone());
        assertThat(told(world.record(aPurchase("o1").of(euros(10)).on(day(19)), day(30))))
                .containsExactly("10 units");
        assertThat(told(world.record(aPurchase("o2").of(euros(10)).on(day(9)), day(31))))
                .containsExactly(OUT);
    }

    private static List<String> outcomes(ARule rule, Instant occurredAt) {
        return told(World.under(aProgram(rule).alone())
                .record(aPurchase("o1").of(euros(10)).on(occurredAt)));
    }

    private static List<String> told(Consequences consequences) {
        return consequences.outcomes().stream()
                .map(outcome -> outcome.matched() ? outcome.credited() + " units" : outcome.reason())
                .toList();
    }
}
