package dev.perennial.domain.loyalty;

import static dev.perennial.domain.testing.Activities.EUR;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.POINTS;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.ActivityKey;
import dev.perennial.domain.activity.ExchangeRate;
import dev.perennial.domain.activity.OrderLine;
import dev.perennial.domain.activity.Place;
import dev.perennial.domain.activity.Purchase;
import dev.perennial.domain.program.Condition;
import dev.perennial.domain.program.EarningAmount;
import dev.perennial.domain.program.EarningBase;
import dev.perennial.domain.program.EarningBase.Boost;
import dev.perennial.domain.program.Goods;
import dev.perennial.domain.program.Stacking;
import dev.perennial.domain.shared.Rounding;
import dev.perennial.domain.testing.World;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A point for each cent of an order of 76.90: beans for 11.90 (1.90 tax, 2.00 taken off before), a mug for 10.00 (1.60
 * tax), a gift card for 50.00 and shipping for 5.00, bought in the outlet.
 */
class EarningBaseTest {

    private static final List<OrderLine> LINES = List.of(
            new OrderLine("beans", "", "coffee", "Alba", false, 2, 1_190, 190, 200, 0),
            new OrderLine("mug", "", "china", "", false, 1, 1_000, 160, 0, 0),
            new OrderLine("card", "", "", "", true, 1, 5_000, 0, 0, 0));
    private static final long HALF = 3_845;
    private static final EarningAmount EACH_CENT = new EarningAmount.PerAmount(1, 1, Rounding.DOWN);

    static Stream<Arguments> bases() {
        return Stream.of(
                arguments("goods, tax included", EarningBase.GOODS, 1_190 + 1_000),
                arguments("before tax", base(true, false, false, false, Goods.NONE), 1_000 + 840),
                arguments("with shipping", base(false, true, false, false, Goods.NONE), 2_190 + 500),
                arguments("before discounts", base(false, false, true, false, Goods.NONE), 2_190 + 200),
                arguments("with bought gift cards", base(false, false, false, true, Goods.NONE), 2_190 + 5_000),
                arguments("all of it", base(true, true, true, true, Goods.NONE), 1_840 + 500 + 200 + 5_000),
                arguments("without an article", without(goods("mug", "", "", "")), 1_190),
                arguments("without a category", without(goods("", "coffee", "", "")), 1_000),
                arguments("without a brand", without(goods("", "", "Alba", "")), 1_000),
                arguments("without the order's brand", without(goods("", "", "House", "")), 1_190),
                arguments("without a store", without(goods("", "", "", "outlet")), 0),
                arguments("without another store", without(goods("", "", "", "harbour")), 2_190));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bases")
    void whatEarns(String name, EarningBase base, long points) {
        assertThat(earned(base, order(0, 0, EUR, null))).isEqualTo(points);
    }

    @Test
    void whatWasPaidWithUnitsEarnsNothingUnlessAsked() {
        Purchase order = order(0, HALF, EUR, null);
        assertThat(earned(EarningBase.GOODS, order)).isEqualTo(2_190 / 2);
        EarningBase withUnits = new EarningBase(false, false, false, false, false, true, Goods.NONE, List.of());
        assertThat(earned(withUnits, order)).isEqualTo(2_190);
    }

    @Test
    void whatWasPaidWithGiftCardsEarnsUnlessAskedNotTo() {
        EarningBase withoutCards = new EarningBase(false, false, false, false, true, false, Goods.NONE, List.of());
        assertThat(earned(EarningBase.GOODS, order(HALF, 0, EUR, null))).isEqualTo(2_190);
        assertThat(earned(withoutCards, order(HALF, 0, EUR, null))).isEqualTo(2_190 / 2);
        assertThat(earned(withoutCards, order(HALF, HALF, EUR, null))).isZero();
    }

    @Test
    void anotherCurrencyEarnsByTheCallersRate() {
        Currency dollars = Currency.getInstance("USD");
        assertThat(earned(EarningBase.GOODS, order(0, 0, dollars, new BigDecimal("0.9"))))
                .isEqualTo(1_971);
        assertThat(earned(EarningBase.GOODS, order(0, 0, dollars, null))).isZero();
        // A yen has no cents: 2,190 of them at 0.006 are 13.14 euros.
        assertThat(earned(EarningBase.GOODS, order(0, 0, Currency.getInstance("JPY"), new BigDecimal("0.006"))))
                .isEqualTo(1_314);
    }

    static Stream<Arguments> stacking() {
        return Stream.of(
                arguments(Stacking.HIGHEST, 1_190 * 3 + 1_000 * 2),
                arguments(Stacking.ADD, 1_190 * 4 + 1_000 * 2),
                arguments(Stacking.MULTIPLY, 1_190 * 6 + 1_000 * 2));
    }

    /** Everything twice by a multiplier, coffee three times by a boost. */
    @ParameterizedTest
    @MethodSource("stacking")
    void boostsStackWithMultipliers(Stacking mode, long points) {
        EarningBase boosted = boosting(new Boost(goods("", "coffee", "", ""), 300));
        World world = World.under(aProgram(aRule("base").earning(EACH_CENT).on(boosted))
                .with(parts -> parts.stacking(mode).multiplying(200, Condition.ALWAYS))
                .alone());
        world.record(fact(order(0, 0, EUR, null)));
        assertThat(world.balance(POINTS).available()).isEqualTo(points);
    }

    @Test
    void itemsAreThoseThatEarn() {
        EarningAmount each = new EarningAmount.PerItem(10);
        assertThat(earned(each, EarningBase.GOODS)).isEqualTo(30);
        assertThat(earned(each, base(false, false, false, true, Goods.NONE))).isEqualTo(40);
        assertThat(earned(each, without(goods("beans", "", "", "")))).isEqualTo(10);
        assertThat(earned(each, boosting(new Boost(goods("beans", "", "", ""), 150))))
                .isEqualTo(40);
    }

    private static long earned(EarningBase base, Purchase order) {
        return earned(EACH_CENT, base, order);
    }

    private static long earned(EarningAmount amount, EarningBase base) {
        return earned(amount, base, order(0, 0, EUR, null));
    }

    private static long earned(EarningAmount amount, EarningBase base, Purchase order) {
        World world =
                World.under(aProgram(aRule("base").earning(amount).on(base)).alone());
        world.record(fact(order));
        return world.balance(POINTS).available();
    }

    private static Activity fact(Purchase order) {
        Place outlet = new Place("outlet", "House", "", "");
        return new Activity(new ActivityKey("shop", "o1"), day(1), false, outlet, Map.of(), order);
    }

    private static Purchase order(long giftCards, long units, Currency currency, @Nullable BigDecimal rate) {
        ExchangeRate exchange = rate == null ? null : new ExchangeRate(rate);
        return new Purchase("o1", currency, LINES, 500, giftCards, units, exchange);
    }

    private static EarningBase base(
            boolean beforeTax, boolean withShipping, boolean beforeDiscounts, boolean withCards, Goods excluded) {
        return new EarningBase(beforeTax, withShipping, beforeDiscounts, withCards, false, false, excluded, List.of());
    }

    private static EarningBase without(Goods goods) {
        return base(false, false, false, false, goods);
    }

    private static EarningBase boosting(Boost boost) {
        return new EarningBase(false, false, false, false, false, false, Goods.NONE, List.of(boost));
    }

    private static Goods goods(String sku, String category, String brand, String store) {
        return new Goods(some(sku), some(category), some(brand), some(store));
    }

    private static Set<String> some(String value) {
        return value.isEmpty() ? Set.of() : Set.of(value);
    }
}
