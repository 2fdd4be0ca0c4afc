package dev.perennial.application.loyalty;

import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.testing.PortContract;
import dev.perennial.application.testing.Ports;
import dev.perennial.domain.loyalty.Budgets;
import dev.perennial.domain.loyalty.Loyalty;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.Refusal;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What a caller expects is met by what it was told, and by nothing older or newer. */
final class ExpectationsTest extends PortContract {

    private final Ports inMemory = Ports.inMemory();

    @Override
    protected Ports ports() {
        return inMemory;
    }

    @Test
    void whatFellDueSinceIsNoChangeBeforeItIsWrittenDown() {
        desk.enrol("ada", START);
        desk.record(
                "ada",
                aProgram(aRule("base").expiringAfter(5)).alone(),
                aPurchase("o1").of(700).on(day(1)));
        MemberState stored = desk.state("ada");
        long told = Loyalty.advance(ProgramHistory.NONE, stored, Budgets.NONE, day(10))
                .after()
                .sequence(); // as GetBalances does

        assertThat(told).isGreaterThan(stored.sequence());
        assertThat(member(stored.sequence()).unmet(ProgramHistory.NONE, stored, 1, Budgets.NONE, day(10)))
                .isEmpty();
        assertThat(member(told).unmet(ProgramHistory.NONE, stored, 1, Budgets.NONE, day(10)))
                .isEmpty();
        assertThat(member(told).unmet(ProgramHistory.NONE, stored, 1, Budgets.NONE, day(2)))
                .contains(Refusal.memberMoved(stored.sequence(), told));
        assertThat(member(stored.sequence() - 1).unmet(ProgramHistory.NONE, stored, 1, Budgets.NONE, day(10)))
                .contains(Refusal.memberMoved(stored.sequence(), stored.sequence() - 1));

        desk.advance("ada", day(10));
        assertThat(member(told).unmet(ProgramHistory.NONE, desk.state("ada"), 1, Budgets.NONE, day(10)))
                .isEmpty();
        assertThat(member(stored.sequence()).unmet(ProgramHistory.NONE, desk.state("ada"), 1, Budgets.NONE, day(10)))
                .contains(Refusal.memberMoved(told, stored.sequence()));
    }

    @Test
    void theVersionMustBeTheOneThatDecides() {
        MemberState ada = desk.enrol("ada", START);
        Expectations first = new Expectations(OptionalLong.empty(), OptionalInt.of(1));
        assertThat(first.unmet(ProgramHistory.NONE, ada, 1, Budgets.NONE, START))
                .isEmpty();
        assertThat(first.unmet(ProgramHistory.NONE, ada, 2, Budgets.NONE, START))
                .contains(Refusal.programVersionMoved(2, 1));
        assertThat(Expectations.NONE.unmet(ProgramHistory.NONE, ada, 2, Budgets.NONE, START))
                .isEmpty();
    }

    private static Expectations member(long sequence) {
        return new Expectations(OptionalLong.of(sequence), OptionalInt.empty());
    }
}
