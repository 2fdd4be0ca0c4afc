package dev.perennial.domain.loyalty;

import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Activities.aRefundOf;
import static dev.perennial.domain.testing.Activities.euros;
import static dev.perennial.domain.testing.Baskets.aBasket;
import static dev.perennial.domain.testing.Catalogue.aReward;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.MILES;
import static dev.perennial.domain.testing.Programs.POINTS;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static dev.perennial.domain.testing.Till.aTill;
import static dev.perennial.domain.testing.Till.once;
import static dev.perennial.domain.testing.Till.percentOff;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.ActivityKey;
import dev.perennial.domain.activity.OrderLine;
import dev.perennial.domain.activity.Place;
import dev.perennial.domain.activity.Purchase;
import dev.perennial.domain.ledger.Balance;
import dev.perennial.domain.loyalty.Consequences.Note;
import dev.perennial.domain.loyalty.reward.Redemption;
import dev.perennial.domain.loyalty.reward.RedemptionState;
import dev.perennial.domain.loyalty.reward.VoucherState;
import dev.perennial.domain.member.MemberStatus;
import dev.perennial.domain.program.Reward;
import dev.perennial.domain.program.RewardContent.VoucherWorth;
import dev.perennial.domain.program.Stacking;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.testing.Activities;
import dev.perennial.domain.testing.Baskets.ABasket;
import dev.perennial.domain.testing.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Units and vouchers are held for an order, spent by it, and come back with its refunds. */
class CheckoutTest {

    private static final Reward FIVE_OFF =
            aReward("five").worth(new VoucherWorth.AmountOff(500)).validFor(5).made();

    /** 300 points of a lot that runs out on day 10, 700 that never do. */
    private final World world = shopping(0);

    private static final ABasket BASKET = aBasket("o1").of("tea", 1, 2_000);

    @Test
    void whatIsHeldIsSpentByTheOrder() {
        reserve(BASKET.paying(400), day(2));
        assertThat(world.balance(POINTS)).isEqualTo(new Balance(600, 0, 400, 0));

        Consequences told = tell(BASKET.orderedFor(2_000, 400), day(2));

        assertThat(told.notes()).isEmpty();
        assertThat(world.balance(POINTS).held()).isZero();
        assertThat(world.balance(POINTS).available()).isEqualTo(600);
        assertThat(checkout(0).state()).isEqualTo(RedemptionState.REDEEMED);
    }

    @Test
    void whatIsCancelledOrRunsOutOfTimeComesBackAsOne() {
        world.redeem("five", day(1));
        reserve(BASKET.showing("CODE-1").paying(400), day(2));

        world.cancelOrder("o1", day(2));

        assertThat(world.balance(POINTS)).isEqualTo(new Balance(1_000, 0, 0, 0));
        assertThat(voucher()).isEqualTo(VoucherState.ACTIVE);
        reserve(BASKET.showing("CODE-1").paying(400), day(3));
        world.advance(day(3).plus(Duration.ofMinutes(30)));
        assertThat(world.balance(POINTS)).isEqualTo(new Balance(1_000, 0, 0, 0));
        assertThat(voucher()).isEqualTo(VoucherState.ACTIVE);
    }

    @Test
    void aHeldVoucherDoesNotRunOutUntilItIsReleased() {
        world.redeem("five", day(1));
        Instant almost = day(6).minus(Duration.ofMinutes(10));
        reserve(BASKET.showing("CODE-1"), almost);

        world.advance(day(6).plus(Duration.ofMinutes(1)));
        assertThat(voucher()).isEqualTo(VoucherState.HELD);
        world.advance(day(7));
        assertThat(voucher()).isEqualTo(VoucherState.EXPIRED);
    }

    @Test
    void aHeldVoucherIsUsedByNobodyElse() {
        world.redeem("five", day(1));
        long number = world.redemptionNumbers().getFirst();
        reserve(BASKET.showing("CODE-1"), day(2));

        assertThat(refusal(world.useVoucher(number, "till", day(2)))).isEqualTo(Reason.VOUCHER_STATE);
        assertThat(refusal(world.reverse(number, day(2)))).isEqualTo(Reason.VOUCHER_STATE);
        assertThat(refusal(world.reserve(
                        aBasket("o2").of("tea", 1, 900).showing("CODE-1").at(day(2)), day(2))))
                .isEqualTo(Reason.VOUCHER_STATE);
        assertThat(refusal(world.reserve(BASKET.at(day(2)), day(2)))).isEqualTo(Reason.ORDER_ALREADY_RESERVED);
    }

    @Test
    void anOrderUsesItsVoucher() {
        world.redeem("five", day(1));
        reserve(BASKET.showing("CODE-1"), day(2));

        tell(BASKET.orderedFor(1_500, 0), day(2));

        assertThat(voucher()).isEqualTo(VoucherState.USED);
    }

    @Test
    void unitsReturnInProportionToTheLotsThatTheyWereSpentOf() {
        reserve(BASKET.paying(600), day(2)); // all 300 of the first lot and 300 of the second
        tell(BASKET.orderedFor(2_000, 600), day(2));

        refund("a", 500, day(3));

        assertThat(world.balance(POINTS).available()).isEqualTo(400 + 150);
        assertThat(checkout(0).order().returned()).isEqualTo(150);
        world.advance(day(20));
        assertThat(world.balance(POINTS).available()).isEqualTo(400 + 75);
    }

    @Test
    void whatReturnsAfterItsLotRanOutIsGoodForTheTimeOfGrace() {
        World graceful = shopping(7);
        graceful.reserve(BASKET.paying(600).at(day(2)), day(2));
        graceful.record(told(BASKET.orderedFor(2_000, 600), day(2)), day(2));

        graceful.record(aRefundOf("o1").of(1_000).on(day(20)), day(20));

        assertThat(graceful.balance(POINTS).available()).isEqualTo(400 + 300);
        graceful.advance(day(27));
        assertThat(graceful.balance(POINTS).available()).isEqualTo(400 + 150);
    }

    @Test
    void withoutGraceItRunsOutAtOnce() {
        reserve(BASKET.paying(600), day(2));
        tell(BASKET.orderedFor(2_000, 600), day(2));

        refund("a", 1_000, day(20));

        assertThat(world.balance(POINTS).available()).isEqualTo(400 + 150);
    }

    @Test
    void aRefundInFullGivesEverythingBack() {
        world.redeem("five", day(1));
        reserve(BASKET.showing("CODE-1").paying(100), day(2));
        tell(BASKET.orderedFor(1_500, 100), day(2));

        refund("a", 700, day(3));
        assertThat(voucher()).isEqualTo(VoucherState.USED);
        refund("b", 800, day(3));

        assertThat(world.balance(POINTS)).isEqualTo(new Balance(1_000, 0, 0, 0));
        assertThat(voucher()).isEqualTo(VoucherState.ACTIVE);
        assertThat(checkout(1).state()).isEqualTo(RedemptionState.REVERSED);
    }

    @Test
    void aRefundThatCameBeforeItsOrderGivesBackWithTheOrder() {
        reserve(BASKET.paying(600), day(2));
        refund("a", 500, day(2));

        tell(BASKET.orderedFor(2_000, 600), day(2));

        assertThat(world.balance(POINTS).available()).isEqualTo(400 + 150);
        assertThat(world.balance(POINTS).held()).isZero();
    }

    @Test
    void whatUnitsMayNotPayForGivesNoneBack() {
        reserve(
                aBasket("o1")
                        .of("tea", 1, 2_000)
                        .ofGiftCard(4_000)
                        .shippedFor(500)
                        .paying(1_000),
                day(2));
        Purchase order = new Purchase(
                "o1",
                Activities.EUR,
                List.of(
                        new OrderLine("tea", "", "", 1, 1_000, 0, 0, 0),
                        new OrderLine("card", "", "", "", true, 1, 4_000, 0, 0, 0)),
                500,
                0,
                1_000,
                null);
        tell(order, day(2));

        world.record(aRefundOf("o1").as("card").items(2, 1).on(day(3)), day(3));
        assertThat(world.balance(POINTS).available()).isZero();

        world.record(aRefundOf("o1").as("tea").items(1, 1).on(day(3)), day(3));
        assertThat(world.balance(POINTS).available()).isEqualTo(1_000);
    }

    @Test
    void slidingUnitsThatTheirOrderKeptAreGoodForTheTimeOfGrace() {
        World sliding = World.under(aProgram(aRule("base").perEuro(1).in(MILES))
                .checkingOutAt(aTill(Stacking.ADD).paidWith("miles", 100, 10, 100))
                .returningFor(14)
                .alone());
        sliding.record(aPurchase("e").of(euros(100)).on(day(0)));
        sliding.reserve(BASKET.paying("miles", 100).at(day(50)), day(50));
        sliding.record(told(BASKET.orderedFor(2_000, 100), day(50)), day(50));

        sliding.record(aRefundOf("o1").of(2_000).on(day(100)), day(100)); // without the order they ran out on day 59

        assertThat(sliding.balance(MILES).available()).isEqualTo(100);
        sliding.advance(day(114));
        assertThat(sliding.balance(MILES).available()).isZero();
    }

    @Test
    void nothingIsHeldForAnOrderThatWasTold() {
        tell(BASKET.orderedFor(2_000, 0), day(2));

        assertThat(refusal(world.reserve(BASKET.paying(100).at(day(2)), day(2))))
                .isEqualTo(Reason.ORDER_ALREADY_RECORDED);
    }

    @Test
    void anOrderSaysWhenNothingOrSomethingElseWasHeld() {
        assertThat(tell(aBasket("o7").orderedFor(900, 100), day(2)).notes()).containsExactly(Note.UNITS_NOT_HELD);
        reserve(BASKET.paying(400), day(3));
        assertThat(tell(BASKET.orderedFor(2_000, 300), day(3)).notes()).containsExactly(Note.PAYMENT_DIFFERS);
    }

    @Test
    void aDiscountThatOneMayHaveOnceIsThereAgainWhenItsOrderIsNot() {
        reserve(BASKET, day(2));
        assertThat(takesWelcome(day(2))).isFalse();

        world.cancelOrder("o1", day(2));
        assertThat(takesWelcome(day(2))).isTrue();

        reserve(BASKET, day(2));
        tell(BASKET.orderedFor(1_800, 0), day(2));
        assertThat(takesWelcome(day(3))).isFalse();

        refund("a", 1_800, day(3));
        assertThat(takesWelcome(day(3))).isTrue();
    }

    @Test
    void whoeverIsSuspendedHoldsNothingButMayCancel() {
        reserve(BASKET.paying(400), day(2));
        world.becomes(new StatusChange(MemberStatus.SUSPENDED, false, false), day(2));

        assertThat(refusal(world.reserve(aBasket("o2").of("tea", 1, 1).at(day(2)), day(2))))
                .isEqualTo(Reason.MEMBER_SUSPENDED);
        assertThat(world.cancelOrder("o1", day(2))).isInstanceOf(Result.Ok.class);
        assertThat(refusal(world.cancelOrder("o1", day(2)))).isEqualTo(Reason.CHECKOUT_NOT_FOUND);
    }

    @Test
    void whoeverLeavesForGoodHasNothingHeld() {
        world.redeem("five", day(1));
        reserve(BASKET.showing("CODE-1").paying(400), day(2));

        world.becomes(new StatusChange(MemberStatus.CLOSED, false, true), day(2));

        assertThat(world.balance(POINTS)).isEqualTo(Balance.ZERO);
        assertThat(voucher()).isEqualTo(VoucherState.ACTIVE);
    }

    private static World shopping(int graceDays) {
        World world = World.under(aProgram(
                        aRule("soon").perEuro(1).expiringAfter(10).until(day(1)),
                        aRule("never").perEuro(1).from(day(1)).until(day(2)))
                .selling(FIVE_OFF)
                .checkingOutAt(aTill(Stacking.ADD)
                        .taking(once(percentOff("welcome", 10)))
                        .paidWith("points", 100, 100, 100))
                .returningFor(graceDays)
                .alone());
        world.record(aPurchase("soon").of(euros(300)).on(day(0)));
        world.record(aPurchase("never").of(euros(700)).on(day(1)));
        return world;
    }

    private void reserve(ABasket basket, Instant now) {
        assertThat(world.reserve(basket.at(now), now)).isInstanceOf(Result.Ok.class);
    }

    private Consequences tell(Purchase order, Instant now) {
        return world.record(told(order, now), now);
    }

    private static Activity told(Purchase order, Instant now) {
        return new Activity(new ActivityKey("shop", order.orderId()), now, false, Place.UNKNOWN, Map.of(), order);
    }

    private void refund(String id, long amount, Instant now) {
        world.record(aRefundOf("o1").as(id).of(amount).on(now), now);
    }

    private boolean takesWelcome(Instant now) {
        Quote quote = ((Result.Ok<Quote>)
                        world.evaluate(aBasket("o9").of("tea", 1, 1_000).at(now), now))
                .value();
        return quote.discounts().getFirst().applies();
    }

    private VoucherState voucher() {
        return world.redemption(world.redemptionNumbers().getFirst()).voucherState();
    }

    private Redemption checkout(int index) {
        return world.redemption(world.redemptionNumbers().get(index));
    }

    private static Reason refusal(Result<?> result) {
        return ((Result.Refused<?>) result).refusal().reason();
    }
}
