package dev.perennial.domain.loyalty;

import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Activities.euros;
import static dev.perennial.domain.testing.Baskets.aBasket;
import static dev.perennial.domain.testing.Catalogue.aReward;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static dev.perennial.domain.testing.Till.aTill;
import static dev.perennial.domain.testing.Till.alone;
import static dev.perennial.domain.testing.Till.inGroup;
import static dev.perennial.domain.testing.Till.off;
import static dev.perennial.domain.testing.Till.on;
import static dev.perennial.domain.testing.Till.percentOff;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.program.Goods;
import dev.perennial.domain.program.Reward;
import dev.perennial.domain.program.RewardContent.VoucherWorth;
import dev.perennial.domain.program.Stacking;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.testing.Baskets.ABasket;
import dev.perennial.domain.testing.Till;
import dev.perennial.domain.testing.World;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a basket costs: discounts, vouchers and units, and why each one is taken off or not. */
class CheckoutPricesTest {

    private static final ABasket TEA = aBasket("o1").of("tea", 2, 2_000).of("cup", 1, 8_000);

    @Test
    void aBasketWithoutAnythingCostsWhatItCosts() {
        Quote quote = quote(aTill(Stacking.ADD), TEA.shippedFor(500));

        assertThat(quote.toPay()).isEqualTo(10_500);
        assertThat(quote.prices().reduced()).isZero();
    }

    @Test
    void onlyTheBestIsTakenOffUnlessTheProgramSaysOtherwise() {
        Till till = aTill(Stacking.HIGHEST).taking(percentOff("five", 5), percentOff("ten", 10));

        Quote quote = quote(till, TEA);

        assertThat(quote.toPay()).isEqualTo(9_000);
        assertThat(quote.discounts()).extracting(Considered::amount).containsExactly(0L, 1_000L);
        assertThat(closed(quote.discounts().getFirst())).contains(Reason.DISCOUNT_NOT_COMBINED);
    }

    @Test
    void sharesAddUpOrAreTakenOfWhatIsLeft() {
        Till add = aTill(Stacking.ADD).taking(percentOff("ten", 10), percentOff("twenty", 20));
        Till multiply = aTill(Stacking.MULTIPLY).taking(percentOff("ten", 10), percentOff("twenty", 20));

        assertThat(quote(add, TEA).toPay()).isEqualTo(7_000);
        assertThat(quote(multiply, TEA).toPay()).isEqualTo(7_200);
    }

    @Test
    void nothingCostsLessThanNothing() {
        Till till = aTill(Stacking.ADD).taking(percentOff("most", 70), percentOff("more", 70));

        assertThat(quote(till, TEA).toPay()).isZero();
    }

    @Test
    void ofAGroupTheBestIsTaken() {
        Till till = aTill(Stacking.MULTIPLY)
                .taking(
                        inGroup("summer", percentOff("five", 5)),
                        inGroup("summer", percentOff("ten", 10)),
                        percentOff("one", 1));

        assertThat(quote(till, TEA).discounts()).extracting(Considered::applies).containsExactly(false, true, true);
    }

    @Test
    void whatGoesWithNothingElseIsTakenWhenItIsMore() {
        Till till = aTill(Stacking.MULTIPLY).taking(percentOff("ten", 10), alone(percentOff("sale", 30)));
        Till less = aTill(Stacking.MULTIPLY).taking(percentOff("ten", 10), alone(percentOff("sale", 9)));

        assertThat(quote(till, TEA).toPay()).isEqualTo(7_000);
        assertThat(quote(less, TEA).toPay()).isEqualTo(9_000);
        assertThat(applied(quote(till, TEA))).containsExactly("sale");
    }

    @Test
    void whatGoesWithNothingElseIsNotTakenWithAVoucher() {
        World world = shopping(aTill(Stacking.MULTIPLY).taking(alone(percentOff("sale", 30))), fiveOff());
        world.redeem("five", day(1));

        Quote quote = quote(world, TEA.showing("CODE-1"));

        assertThat(quote.toPay()).isEqualTo(9_500);
        assertThat(quote.discounts().getFirst().gates().getLast().words()).isEqualTo("It goes with no voucher.");
    }

    @Test
    void aDiscountMayBeOnSomeGoodsOnly() {
        Goods tea = new Goods(Set.of("tea"), Set.of(), Set.of(), Set.of());
        Till till = aTill(Stacking.ADD)
                .taking(on(tea, percentOff("half", 50)), on(tea, off("much", new VoucherWorth.AmountOff(5_000))));

        Quote quote = quote(till, TEA);

        assertThat(quote.prices().lines()).containsExactly(0L, 8_000L);
        assertThat(quote.discounts()).extracting(Considered::amount).containsExactly(1_000L, 1_000L);
    }

    @Test
    void shippingAndAPieceAreFree() {
        Till till = aTill(Stacking.MULTIPLY)
                .taking(
                        off("delivery", new VoucherWorth.FreeShipping()),
                        off("tea", new VoucherWorth.FreeProduct("tea")),
                        off("coffee", new VoucherWorth.FreeProduct("coffee")));

        Quote quote = quote(till, TEA.shippedFor(490));

        assertThat(quote.toPay()).isEqualTo(9_000);
        assertThat(quote.prices().shipping()).isZero();
        assertThat(closed(quote.discounts().get(2))).contains(Reason.NOTHING_TO_REDUCE);
    }

    @Test
    void ofPiecesThatCostLessByNowOneIsFreeAtThat() {
        World world = shopping(
                aTill(Stacking.MULTIPLY).taking(percentOff("half", 50)),
                aReward("tea").worth(new VoucherWorth.FreeProduct("tea")).made());
        world.redeem("tea", day(1));
        world.redeem("tea", day(1));

        Quote quote = quote(world, aBasket("o1").of("tea", 3, 3_001).showing("CODE-1", "CODE-2"));

        assertThat(quote.vouchers()).extracting(Considered::amount).containsExactly(500L, 500L);
        assertThat(quote.toPay()).isEqualTo(501);
    }

    @Test
    void aCodeThatIsNoneKeepsNothingFromBeingTaken() {
        Till till = aTill(Stacking.MULTIPLY).taking(alone(percentOff("sale", 30)));

        assertThat(quote(till, TEA.showing("NO-SUCH-CODE")).toPay()).isEqualTo(7_000);
    }

    @Test
    void aVoucherThatCannotBeUsedTakesNoPlace() {
        World world = shopping(new Till(List.of(), Stacking.ADD, 1, List.of()), fiveOff());
        world.redeem("five", day(1));

        assertThat(quote(world, TEA.showing("NO-SUCH-CODE", "CODE-1")).toPay()).isEqualTo(9_500);
    }

    @Test
    void aShareTakesOffAtMostWhatIsSaid() {
        Till till = aTill(Stacking.ADD).taking(off("ten", new VoucherWorth.PercentOff(10, 333)));

        assertThat(quote(till, TEA).toPay()).isEqualTo(9_667);
    }

    @Test
    void giftCardsKeepTheirPrice() {
        Till till = aTill(Stacking.ADD).taking(percentOff("ten", 10)).paidWith("points", 100, 10, 100);
        World world = shopping(till);

        Quote quote = quote(world, aBasket("o1").of("tea", 1, 1_000).ofGiftCard(5_000));

        assertThat(quote.toPay()).isEqualTo(5_900);
        assertThat(quote.payments().getFirst().mostValue()).isEqualTo(900);
    }

    @Test
    void sharesOfVouchersComeBeforeAmounts() {
        Reward tenth =
                aReward("tenth").worth(new VoucherWorth.PercentOff(10, 0)).made();
        World world = shopping(aTill(Stacking.ADD), fiveOff(), tenth);
        world.redeem("five", day(1));
        world.redeem("tenth", day(1));

        Quote quote = quote(world, TEA.showing("CODE-1", "CODE-2"));

        assertThat(quote.vouchers()).extracting(Considered::amount).containsExactly(500L, 1_000L);
    }

    @Test
    void aVoucherThatCannotBeUsedSaysWhy() {
        Reward lounge = aReward("lounge").made();
        World world = shopping(new Till(List.of(), Stacking.ADD, 1, List.of()), lounge, fiveOff());
        world.redeem("lounge", day(1));
        world.redeem("five", day(1));
        world.redeem("five", day(1));

        Quote quote = quote(world, TEA.showing("CODE-1", "CODE-2", "CODE-3", "CODE-4"));

        assertThat(quote.vouchers())
                .extracting(CheckoutPricesTest::closed)
                .containsExactly(
                        Optional.of(Reason.VOUCHER_NOT_FOR_ORDERS),
                        Optional.empty(),
                        Optional.of(Reason.TOO_MANY_VOUCHERS),
                        Optional.of(Reason.VOUCHER_NOT_FOUND));
        assertThat(quote.toPay()).isEqualTo(9_500);
    }

    @Test
    void unitsPayInStepsUpToTheirShare() {
        World world = shopping(aTill(Stacking.ADD).paidWith("points", 50, 20, 40));

        assertThat(quote(world, TEA).payments())
                .containsExactly(new Quote.PaymentOffer("points", 20, 10, 2_000, 4_000));
        assertThat(quote(world, TEA.paying(2_000)).toPay()).isEqualTo(6_000);
        assertThat(paymentOf(world, 2_010)).contains(Reason.PAYMENT_ABOVE_SHARE);
        assertThat(paymentOf(world, 10)).contains(Reason.PAYMENT_NOT_IN_STEPS);
        assertThat(paymentOf(world, 105)).contains(Reason.PAYMENT_NOT_IN_STEPS);
    }

    @Test
    void unitsPayNoMoreThanThereAre() {
        World world = World.under(aProgram(aRule("base").perEuro(1))
                .checkingOutAt(aTill(Stacking.ADD).paidWith("points", 100, 50, 100))
                .alone());
        world.record(aPurchase("o0").of(euros(49)).on(day(0)));

        assertThat(paymentOf(world, 50)).contains(Reason.INSUFFICIENT_UNITS);
        assertThat(quote(world, TEA).payments().getFirst().most()).isZero();
    }

    @Test
    void whatDoesNotPayIsRefused() {
        assertThat(paymentOf(shopping(aTill(Stacking.ADD)), 10)).contains(Reason.PAYMENT_NOT_OFFERED);
    }

    @Test
    void aBasketBeyondAllMeansCanBeAskedFor() {
        World world = shopping(aTill(Stacking.ADD).paidWith("points", 1_000_000_000L, 10, 100));

        Quote quote = quote(world, aBasket("o1").of("star", 1, 1_000_000_000_000_000L));

        assertThat(quote.payments().getFirst().most()).isEqualTo(10_000);
    }

    private static Optional<Reason> paymentOf(World world, long points) {
        Quote.Payment payment = quote(world, TEA.paying(points)).payment();
        return payment == null
                ? Optional.empty()
                : payment.gates().stream()
                        .filter(gate -> !gate.open())
                        .map(Gate::reason)
                        .findFirst();
    }

    private static Reward fiveOff() {
        return aReward("five").worth(new VoucherWorth.AmountOff(500)).made();
    }

    /** She has 10,000 points. */
    private static World shopping(Till till, Reward... rewards) {
        World world = World.under(aProgram(aRule("base").perEuro(100))
                .selling(rewards)
                .checkingOutAt(till)
                .alone());
        world.record(aPurchase("o0").of(euros(100)).on(day(0)));
        return world;
    }

    private static Quote quote(Till till, ABasket basket) {
        return quote(shopping(till), basket);
    }

    private static Quote quote(World world, ABasket basket) {
        return ((Result.Ok<Quote>) world.evaluate(basket.at(day(2)), day(2))).value();
    }

    private static List<String> applied(Quote quote) {
        return quote.discounts().stream()
                .filter(Considered::applies)
                .map(Considered::id)
                .toList();
    }

    private static Optional<Reason> closed(Considered considered) {
        return considered.firstClosed().map(Gate::reason);
    }
}
