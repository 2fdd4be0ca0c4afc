package dev.perennial.bootstrap.story;

import static dev.perennial.bootstrap.story.AProgram.aProgram;
import static dev.perennial.bootstrap.story.ARule.aRule;
import static dev.perennial.bootstrap.story.Days.day;
import static dev.perennial.bootstrap.story.Days.euros;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contract.program.v1.Budget;
import dev.perennial.contract.program.v1.EarningRule;
import dev.perennial.contract.program.v1.Period;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** However many earn at once, no cap and no budget is exceeded, and none is left unused. */
class LimitsStoryTest {

    private static final int CALLERS = 64;

    @Test
    void oneMembersCapHoldsUnder64Callers() {
        Shop shop = Platform.newShop()
                .runs(aProgram(aRule("base").perEuro(1).cappedAt(500, Period.PERIOD_MONTH)))
                .enrols("alice");
        Together.callers(
                CALLERS,
                caller -> shop.buys("alice", "o" + caller, euros(10)).on(day(0)).told());

        assertThat(shop.points("alice")).isEqualTo(new Points(500, 0, 0));
        assertThat(earned(shop)).isEqualTo(500);
    }

    /** 64 members want 10 points each of a budget that holds 455 of them. */
    @Test
    void aBudgetForAllHoldsUnder64Callers() {
        Shop shop = Platform.newShop().runs(withABudgetOf(455));
        IntStream.range(0, CALLERS).forEach(caller -> shop.enrols("m" + caller));
        Together.callers(
                CALLERS,
                caller -> shop.buys("m" + caller, "o" + caller, euros(10))
                        .on(day(0))
                        .told());

        List<Long> points = IntStream.range(0, CALLERS)
                .mapToObj(caller -> shop.points("m" + caller).available())
                .toList();
        assertThat(points).filteredOn(each -> each == 10).hasSize(45);
        assertThat(points).filteredOn(each -> each == 5).hasSize(1);
        assertThat(points).filteredOn(each -> each == 0).hasSize(18);
        assertThat(drawn(shop)).containsExactly(455L);
        assertThat(earned(shop)).isEqualTo(455);
    }

    /** What goes back is there for others, also while everybody asks at once. */
    @Test
    void refundsGiveBackToTheBudgetWhileOthersDraw() {
        Shop shop = Platform.newShop().runs(withABudgetOf(200));
        IntStream.range(0, CALLERS).forEach(caller -> shop.enrols("m" + caller));
        Together.callers(CALLERS, caller -> {
            String member = "m" + caller;
            shop.buys(member, "o" + caller, euros(10)).on(day(0)).told();
            return caller % 2 == 0
                    ? shop.refunds(member, "o" + caller, "r" + caller, euros(10))
                            .on(day(0))
                            .told()
                    : "keeps it";
        });

        long sum = IntStream.range(0, CALLERS)
                .mapToLong(caller -> shop.points("m" + caller).available())
                .sum();
        assertThat(drawn(shop)).containsExactly(sum);
        assertThat(sum).isLessThanOrEqualTo(200);
        assertThat(earned(shop)).isEqualTo(sum);
        shop.enrols("late");
        shop.buys("late", "of-late", euros(1_000)).on(day(0)).told();
        assertThat(shop.points("late").available()).as("the rest of it").isEqualTo(200 - sum);
    }

    private static AProgram withABudgetOf(long points) {
        AProgram program = aProgram();
        EarningRule rule = aRule("base").perEuro(1).document().toBuilder()
                .setBudget("launch")
                .build();
        return new AProgram(program.document().toBuilder()
                .addEarningRules(rule)
                .addBudgets(Budget.newBuilder()
                        .setId("launch")
                        .setUnit("points")
                        .setAmount(points)
                        .setPeriod(Period.PERIOD_MONTH))
                .build());
    }

    /** By the ledger: issued, less what was taken back. */
    private static long earned(Shop shop) {
        return Rows.query("""
            select coalesce(sum(case when from_account = 'ISSUED' then amount
                                     when to_account = 'ISSUED' then -amount else 0 end), 0)
            from entry where tenant_id = (select tenant_id from tenant where name = ?)
            """, row -> row.getLong(1), shop.name).getFirst();
    }

    private static List<Long> drawn(Shop shop) {
        return Rows.query(
                "select drawn from budget_use where tenant_id = (select tenant_id from tenant where name = ?)",
                row -> row.getLong(1),
                shop.name);
    }
}
