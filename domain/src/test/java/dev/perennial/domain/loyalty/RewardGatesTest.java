package dev.perennial.domain.loyalty;

import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Activities.euros;
import static dev.perennial.domain.testing.Catalogue.aReward;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.loyalty.RewardDecisions.Redeemed;
import dev.perennial.domain.program.BudgetDocument;
import dev.perennial.domain.program.Expiry;
import dev.perennial.domain.program.Reward;
import dev.perennial.domain.shared.Period;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.testing.Questions;
import dev.perennial.domain.testing.World;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What can stand between a member and a reward, gate by gate; alice has 1,000 points on 2 January 2026. */
class RewardGatesTest {

    private static final BudgetUse MUGS = BudgetUse.ofStock("mug");
    private static final BudgetUse MARKETING = new BudgetUse("marketing", LocalDate.of(2026, 1, 1));
    private static final BudgetUse CODES = BudgetUse.ofCodes("spring");

    @Test
    void aSeasonIsItsFirstMomentAndNotItsEnd() {
        World world = selling(aReward("mug").between(day(2), day(4)).made());

        assertThat(refused(world, 1)).isEqualTo(Reason.REWARD_OUT_OF_SEASON);
        assertThat(had(world, 2)).isTrue();
        assertThat(refused(world, 4)).isEqualTo(Reason.REWARD_OUT_OF_SEASON);
    }

    @Test
    void aLevelIsAskedFor() {
        World world = selling(aReward("mug").forLevels("gold").made());

        assertThat(refused(world, 1)).isEqualTo(Reason.REWARD_ABOVE_TIER);
    }

    @Test
    void aConditionIsAskedOfWhatTheMemberDid() {
        World world = selling(
                aReward("mug").when("bought twice", Questions.purchasesAre(2)).made());

        assertThat(refused(world, 1)).isEqualTo(Reason.REWARD_CONDITION_NOT_MET);
        world.record(aPurchase("o2").of(euros(1)).on(day(2)));
        assertThat(had(world, 2)).isTrue();
    }

    @Test
    void aLimitCountsByItsPeriodAndGivesBackWhatIsCancelled() {
        World world = selling(aReward("mug").costing(1).atMost(2, Period.MONTH).made());
        long first = number(world.reserve("mug", day(1)));
        assertThat(had(world, 1)).isTrue();

        assertThat(refused(world, 1)).isEqualTo(Reason.REWARD_LIMIT_REACHED);
        world.cancel(first, day(1));
        assertThat(had(world, 1)).isTrue();
        assertThat(refused(world, 1)).isEqualTo(Reason.REWARD_LIMIT_REACHED);
        assertThat(had(world, 31)).as("the next month").isTrue();
    }

    @Test
    void ofAStockThereIsOnlySoMuch() {
        World world = selling(aReward("mug").withStock(7).made());

        assertThat(refused(world.having(drawn(MUGS, 7)), 1)).isEqualTo(Reason.REWARD_OUT_OF_STOCK);
        assertThat(draws(world.having(drawn(MUGS, 6)))).isEqualTo(Map.of(MUGS, 1L));
    }

    @Test
    void aStockThatNobodyAskedForIsEmpty() {
        assertThat(refused(selling(aReward("mug").withStock(7).made()), 1)).isEqualTo(Reason.REWARD_OUT_OF_STOCK);
    }

    @Test
    void aBudgetIsDrawnOnInTheUnitThatItCounts() {
        World price = selling(aReward("mug").costing(60).from("marketing").made());
        World granted = selling(aReward("mug")
                .costing(1)
                .granting("points", 100, new Expiry.Never())
                .from("marketing")
                .made());

        assertThat(refused(price.having(drawn(MARKETING, 441)), 1)).isEqualTo(Reason.BUDGET_EXHAUSTED);
        assertThat(draws(price.having(drawn(MARKETING, 440)))).isEqualTo(Map.of(MARKETING, 60L));
        assertThat(refused(granted.having(drawn(MARKETING, 401)), 1)).isEqualTo(Reason.BUDGET_EXHAUSTED);
        assertThat(draws(granted.having(drawn(MARKETING, 400)))).isEqualTo(Map.of(MARKETING, 100L));
    }

    @Test
    void aListOfCodesHasWhatWasImportedLessWhatWasTaken() {
        World world = selling(aReward("mug").withCodesOf("spring").made());

        assertThat(refused(world.having(drawn(CODES, 0)), 1)).isEqualTo(Reason.REWARD_OUT_OF_STOCK);
        assertThat(draws(world.having(drawn(CODES, -1)))).isEqualTo(Map.of(CODES, 1L));
    }

    @Test
    void whatIsReversedLeavesAPieceToOthersButNoCodeThatWasShown() {
        World mugs = selling(aReward("mug").withStock(1).made()).having(drawn(MUGS, 0));
        World codes = selling(aReward("mug").withCodesOf("spring").made()).having(drawn(CODES, -1));

        Result<Redeemed> mug = mugs.reverse(number(mugs.redeem("mug", day(1))), day(1));
        Result<Redeemed> code = codes.reverse(number(codes.redeem("mug", day(1))), day(1));

        assertThat(value(mug).decision().draws()).isEqualTo(Map.of(MUGS, -1L));
        assertThat(value(code).decision().draws()).isEmpty();
    }

    @Test
    void aReservationThatLapsesLeavesItsPieceToOthers() {
        World world = selling(aReward("mug").withStock(1).made()).having(drawn(MUGS, 0));
        world.reserve("mug", day(1));

        assertThat(world.advance(day(2)).draws()).isEqualTo(Map.of(MUGS, -1L));
    }

    @Test
    void whoeverLetItLapseMayHaveItAgain() {
        World world = selling(aReward("mug").withStock(1).made()).having(drawn(MUGS, 0));
        world.reserve("mug", day(1));
        world.having(drawn(MUGS, 1));

        assertThat(value(world.offer("mug", day(2))).isOpen()).isTrue();
        assertThat(draws(world, 2)).isEqualTo(Map.of(MUGS, 0L));
    }

    @Test
    void noMemberHasMoreOpenThanADecisionCanLoad() {
        World world = selling(aReward("mug").made());
        for (int i = 0; i < 200; i++) {
            assertThat(had(world, 1)).isTrue();
        }

        assertThat(refused(world, 1)).isEqualTo(Reason.TOO_MANY_OPEN_REDEMPTIONS);
    }

    @Test
    void anExplanationShowsEveryGateAndARefusalTheFirstThatIsClosed() {
        World world = selling(aReward("mug")
                .between(day(5), day(9))
                .forLevels("gold")
                .costing(5_000)
                .withStock(1)
                .made());

        assertThat(value(world.offer("mug", day(1))).gates())
                .filteredOn(gate -> !gate.open())
                .extracting(Gate::reason)
                .isEqualTo(List.of(
                        Reason.REWARD_OUT_OF_SEASON,
                        Reason.REWARD_ABOVE_TIER,
                        Reason.REWARD_OUT_OF_STOCK,
                        Reason.INSUFFICIENT_UNITS));
        assertThat(refused(world, 1)).isEqualTo(Reason.REWARD_OUT_OF_SEASON);
    }

    private static World selling(Reward mug) {
        World world = World.under(aProgram(aRule("base").perEuro(1))
                .with(parts -> parts.budget(new BudgetDocument("marketing", "", "points", 500, Period.YEAR)))
                .selling(mug)
                .alone());
        world.record(aPurchase("o1").of(euros(1_000)).on(day(1)));
        return world;
    }

    private static Budgets drawn(BudgetUse use, long units) {
        return new Budgets(Map.of(use, units));
    }

    private static boolean had(World world, int day) {
        return world.redeem("mug", day(day)) instanceof Result.Ok<Redeemed>;
    }

    private static Reason refused(World world, int day) {
        return RewardsTest.refused(world.redeem("mug", day(day)));
    }

    private static Map<BudgetUse, Long> draws(World world) {
        return draws(world, 1);
    }

    private static Map<BudgetUse, Long> draws(World world, int day) {
        return value(world.redeem("mug", day(day))).decision().draws();
    }

    private static long number(Result<Redeemed> result) {
        return value(result).redemption().number();
    }

    private static <T> T value(Result<T> result) {
        return ((Result.Ok<T>) result).value();
    }
}
