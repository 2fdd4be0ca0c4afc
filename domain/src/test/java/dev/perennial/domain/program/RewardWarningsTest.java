package dev.perennial.domain.program;

import static dev.perennial.domain.program.ProgramDocuments.aDocument;
import static dev.perennial.domain.program.ProgramDocuments.aRule;
import static dev.perennial.domain.program.RewardDocuments.aReward;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.program.ProgramDocuments.ADocument;
import dev.perennial.domain.program.RewardDocuments.AReward;
import dev.perennial.domain.shared.Period;
import dev.perennial.domain.shared.Problem;
import dev.perennial.domain.testing.FullDocument;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RewardWarningsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void an_ordinary_reward_gives_no_reason_to_warn() {
        assertThat(told(aReward("mug").atMost(2, Period.MONTH).atMost(3, Period.YEAR)))
                .isEmpty();
        assertThat(told(aReward("birthday").free().atMost(1, Period.YEAR))).isEmpty();
        assertThat(ProgramWarnings.of(List.of(), FullDocument.written(), NOW))
                .extracting(Problem::field)
                .noneMatch(field -> field.startsWith("rewards"));
    }

    @Test
    void a_season_that_is_over_now() {
        assertThat(told(aReward("mug").until("2026-03-01T12:00:00Z")))
                .containsExactly("rewards[0].available_until: the season is already over; nobody can have it");
        assertThat(told(aReward("mug").until("2026-03-01T12:00:01Z"))).isEmpty();
    }

    @Test
    void a_price_that_nobody_can_earn() {
        assertThat(told(aDocument().withUnit("coins", "", 0), aReward("mug").costing(1, "coins")))
                .containsExactly(
                        "units[1]: nothing grants it",
                        "rewards[0].price.unit: nobody can pay it unless by hand: nothing else grants 'coins'");
    }

    @Test
    void a_unit_that_another_reward_grants_can_be_earned_but_not_one_that_only_the_reward_itself_grants() {
        ADocument coins = aDocument().withUnit("coins", "", 0);

        assertThat(told(
                        coins,
                        aReward("mug").costing(1, "coins"),
                        aReward("coins").granting("coins", 1)))
                .isEmpty();
        assertThat(told(coins, aReward("change").costing(2, "coins").granting("coins", 1)))
                .containsExactly(
                        "rewards[0].price.unit: nobody can pay it unless by hand: nothing else grants 'coins'");
    }

    @Test
    void a_reward_that_gives_back_what_it_costs() {
        assertThat(told(aReward("again").costing(5, "points").granting("points", 5)))
                .containsExactly("rewards[0].price.amount: comes back with every redemption:"
                        + " the reward grants 5 of the same unit");
        assertThat(told(aReward("again").costing(5, "points").granting("points", 4)))
                .isEmpty();
    }

    @Test
    void a_reward_that_costs_nothing_as_often_as_anybody_likes() {
        assertThat(told(aReward("water").free()))
                .containsExactly("rewards[0].limits: there are none and it costs nothing:"
                        + " a member can have it again and again");
    }

    @Test
    void a_limit_that_another_one_makes_moot() {
        assertThat(told(aReward("mug").atMost(5, Period.DAY).atMost(3, Period.MONTH)))
                .containsExactly("rewards[0].limits[0].times: is never reached: 3 times a month is all there is");
    }

    @Test
    void a_budget_that_does_not_suffice_for_once() {
        BudgetDocument budget = new BudgetDocument("b", "", "points", 9, Period.DAY);
        assertThat(told(
                        aDocument().withBudgets(budget),
                        aReward("mug").costing(10, "points").drawingOn("b")))
                .containsExactly("rewards[0].budget: is less than the 10 of one redemption");
        assertThat(told(
                        aDocument().withBudgets(budget),
                        aReward("mug").costing(9, "points").drawingOn("b")))
                .isEmpty();
    }

    @Test
    void a_counter_that_only_a_rewards_condition_reads_is_read() {
        CounterDocument visits = new CounterDocument(
                "visits",
                "",
                aRule("r").written().subject(),
                new CounterDocument.Measure.Facts(),
                new CounterDocument.Window.Rolling(7));
        ADocument counting = aDocument()
                .with(new EngagementDocument(
                        List.of(visits), List.of(), List.of(), List.of(), List.of(), CelebrationsDocument.DEFAULT));

        assertThat(told(counting, aReward("mug")))
                .containsExactly("counters[0]: no challenge, leaderboard or condition reads it");
        assertThat(told(counting, aReward("mug").when("member.counters.visits > 3")))
                .isEmpty();
    }

    private static List<String> told(AReward... rewards) {
        return told(aDocument(), rewards);
    }

    private static List<String> told(ADocument document, AReward... rewards) {
        SpendingDocument spending = new SpendingDocument(
                Arrays.stream(rewards).map(AReward::written).toList(), 0);
        return ProgramWarnings.of(List.of(), document.with(spending).written(), NOW).stream()
                .map(problem -> problem.field() + ": " + problem.description())
                .toList();
    }
}
