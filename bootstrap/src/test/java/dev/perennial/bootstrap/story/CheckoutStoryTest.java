package dev.perennial.bootstrap.story;

import static dev.perennial.bootstrap.story.AProgram.aProgram;
import static dev.perennial.bootstrap.story.ARule.aRule;
import static dev.perennial.bootstrap.story.Days.day;
import static dev.perennial.bootstrap.story.Days.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.perennial.contract.activity.v1.Consequences;
import dev.perennial.contract.activity.v1.Note;
import dev.perennial.contract.activity.v1.OrderLine;
import dev.perennial.contract.activity.v1.Purchase;
import dev.perennial.contract.loyalty.v1.Basket;
import dev.perennial.contract.loyalty.v1.CancelCheckoutRequest;
import dev.perennial.contract.loyalty.v1.CancelCheckoutResponse;
import dev.perennial.contract.loyalty.v1.Checkout;
import dev.perennial.contract.loyalty.v1.ConsideredReduction;
import dev.perennial.contract.loyalty.v1.EvaluateCheckoutRequest;
import dev.perennial.contract.loyalty.v1.GetCheckoutRequest;
import dev.perennial.contract.loyalty.v1.GetVoucherRequest;
import dev.perennial.contract.loyalty.v1.PaymentOffer;
import dev.perennial.contract.loyalty.v1.Quote;
import dev.perennial.contract.loyalty.v1.RedeemRewardRequest;
import dev.perennial.contract.loyalty.v1.RedemptionState;
import dev.perennial.contract.loyalty.v1.ReserveCheckoutRequest;
import dev.perennial.contract.loyalty.v1.ReserveCheckoutResponse;
import dev.perennial.contract.loyalty.v1.VoucherState;
import dev.perennial.contract.program.v1.AmountOff;
import dev.perennial.contract.program.v1.Discount;
import dev.perennial.contract.program.v1.LocalizedText;
import dev.perennial.contract.program.v1.PercentOff;
import dev.perennial.contract.program.v1.Reward;
import dev.perennial.contract.program.v1.Stacking;
import dev.perennial.contract.program.v1.UnitPayment;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Baskets: priced, held for an order, spent by it, given back by its refunds. A point is worth ten cents. */
class CheckoutStoryTest {

    private static final AProgram PROGRAM = aProgram(aRule("base").perEuro(1).expiringAfter(30))
            .selling(fiveOff())
            .returningFor(14)
            .checkingOut(dev.perennial.contract.program.v1.Checkout.newBuilder()
                    .setStacking(Stacking.STACKING_MULTIPLY)
                    .addDiscounts(discount("regular", 10, "member.purchases >= 2"))
                    .addDiscounts(discount("large", 20, "activity.amount >= 10000"))
                    .addUnitPayments(UnitPayment.newBuilder()
                            .setUnit("points")
                            .setUnits(10)
                            .setValue(100)
                            .setPercentMax(80)));

    private final Shop shop = Platform.newShop().runs(PROGRAM).enrols("alice");

    @AfterEach
    void theBooksAreSound() {
        assertThat(Books.audit())
                .allSatisfy(finding ->
                        assertThat(finding.examples()).as(finding.name()).isEmpty());
    }

    @Test
    void coffeeIsPaidWithPointsAndPartlyRefundedAfterTheyRanOut() {
        shop.buys("alice", "o1", euros(100)).at(day(1));
        Checkout held = reserve(basket("o2", 1_000, 80), "reserve").getCheckout();
        assertThat(held.getState()).isEqualTo(RedemptionState.REDEMPTION_STATE_RESERVED);
        assertThat(held.getToPay()).isEqualTo(200);
        assertThat(shop.points("alice").available()).isEqualTo(20);

        Consequences bought = tell("o2", 1_000, 800);
        assertThat(bought.getNotesList()).isEmpty();
        assertThat(shop.points("alice").available()).isEqualTo(22); // two for what was paid with money

        shop.refunds("alice", "o2", "r1", 500).at(day(40));
        assertThat(get("o2").getUnitsReturned()).isEqualTo(40);
        assertThat(shop.points("alice").available()).isEqualTo(40);

        Platform.CLOCK.set(day(54));
        assertThat(shop.points("alice").available()).isZero();
        assertThat(Rows.events(shop, "alice"))
                .contains(
                        "HOLD 80 AVAILABLE→HELD lot 1 @day 1",
                        "order o2 RESERVED @day 1",
                        "REDEEM 80 HELD→REDEEMED lot 1 @day 1",
                        "order o2 REDEEMED @day 1",
                        "RETURN 40 REDEEMED→AVAILABLE lot 3 @day 40");
    }

    @Test
    void aQuoteSaysWhatIsTakenOffAndWhyNot() {
        shop.buys("alice", "o1", euros(100)).at(day(1));
        String code = voucher("five");

        Quote quote = evaluate(basket("o2", 5_000, 0).toBuilder()
                .addVoucherCodes(code)
                .addVoucherCodes("NO-SUCH-CODE")
                .build());

        assertThat(quote.getToPay()).isEqualTo(4_500);
        assertThat(quote.getLineAmountsList()).containsExactly(4_500L);
        assertThat(quote.getDiscountsList())
                .extracting(ConsideredReduction::getName, ConsideredReduction::getApplies)
                .containsExactly(tuple("regular", false), tuple("large", false));
        assertThat(quote.getDiscounts(1).getGatesList().getLast().getReason()).isEqualTo("DISCOUNT_CONDITION_NOT_MET");
        assertThat(quote.getVouchersList())
                .extracting(ConsideredReduction::getApplies, ConsideredReduction::getAmount)
                .containsExactly(tuple(true, 500L), tuple(false, 0L));
        assertThat(quote.getPaymentOffersList())
                .containsExactly(PaymentOffer.newBuilder()
                        .setUnit("points")
                        .setMinimum(10)
                        .setStep(10)
                        .setMost(90)
                        .setMostValue(900)
                        .build());
        assertThat(Reply.refusalOf(() -> reserve(
                        basket("o2", 5_000, 0).toBuilder()
                                .addVoucherCodes("NO-SUCH-CODE")
                                .build(),
                        "reserve")))
                .isEqualTo("NOT_FOUND VOUCHER_NOT_FOUND");
    }

    @Test
    void whatIsReservedIsWhatWasQuoted() {
        shop.buys("alice", "o1", euros(300)).at(day(1));
        Basket basket = basket("o2", 20_000, 100).toBuilder()
                .addVoucherCodes(voucher("five"))
                .build();

        Quote quote = evaluate(basket);

        assertThat(Reply.refusalOf(() -> shop.checkouts.reserveCheckout(request(basket, "dear").toBuilder()
                        .setToPayMax(quote.getToPay() - 1)
                        .build())))
                .isEqualTo("ABORTED PRICE_MOVED");
        ReserveCheckoutResponse reserved = shop.checkouts.reserveCheckout(request(basket, "reserve").toBuilder()
                .setToPayMax(quote.getToPay())
                .build());
        assertThat(reserved.getQuote()).isEqualTo(quote);
        assertThat(reserved.getCheckout().getToPay()).isEqualTo(20_000 - 4_000 - 500 - 1_000);
        assertThat(reserved.getCheckout().getDiscountIdsList()).containsExactly("large");
    }

    @Test
    void whatIsCancelledOrForgottenComesBack() {
        shop.buys("alice", "o1", euros(100)).at(day(1));
        String code = voucher("five");
        Basket basket =
                basket("o2", 5_000, 50).toBuilder().addVoucherCodes(code).build();
        reserve(basket, "reserve");
        assertThat(state(code)).isEqualTo(VoucherState.VOUCHER_STATE_HELD);

        cancel("o2", "cancel");
        assertThat(state(code)).isEqualTo(VoucherState.VOUCHER_STATE_ACTIVE);
        assertThat(Reply.refusalOf(() -> cancel("o2", "again"))).isEqualTo("FAILED_PRECONDITION CHECKOUT_STATE");
        assertThat(Reply.refusalOf(() -> cancel("o3", "other"))).isEqualTo("NOT_FOUND CHECKOUT_NOT_FOUND");

        reserve(basket, "once more");
        Platform.CLOCK.set(day(1).plus(Duration.ofMinutes(31)));
        assertThat(get("o2").getState()).isEqualTo(RedemptionState.REDEMPTION_STATE_CANCELLED);
        assertThat(shop.points("alice").available()).isEqualTo(90);
        assertThat(state(code)).isEqualTo(VoucherState.VOUCHER_STATE_ACTIVE);
        assertThat(tell("o2", 4_500, 500).getNotesList()).contains(Note.NOTE_UNITS_NOT_HELD);
    }

    @Test
    void aRefundInFullGivesVoucherAndPointsBack() {
        shop.buys("alice", "o1", euros(100)).at(day(1));
        String code = voucher("five");
        reserve(basket("o2", 2_000, 50).toBuilder().addVoucherCodes(code).build(), "reserve");
        tell("o2", 1_500, 500);
        assertThat(state(code)).isEqualTo(VoucherState.VOUCHER_STATE_USED);

        shop.refunds("alice", "o2", "r1", 1_500).at(day(2));

        assertThat(get("o2").getState()).isEqualTo(RedemptionState.REDEMPTION_STATE_REVERSED);
        assertThat(state(code)).isEqualTo(VoucherState.VOUCHER_STATE_ACTIVE);
        assertThat(shop.points("alice").available()).isEqualTo(90);
    }

    /** Sixty-four tills want the same voucher and the same points. */
    @Test
    void oneVoucherIsHeldForOneOrder() {
        shop.buys("alice", "o1", euros(100)).at(day(1));
        String code = voucher("five");

        List<String> outcomes = Together.callers(
                64,
                caller -> outcome(
                        basket("till-" + caller, 2_000, 90).toBuilder()
                                .addVoucherCodes(code)
                                .build(),
                        "reserve-" + caller));

        assertThat(outcomes).filteredOn("done"::equals).hasSize(1);
        assertThat(outcomes)
                .filteredOn("FAILED_PRECONDITION VOUCHER_STATE"::equals)
                .hasSize(63);
        assertThat(shop.points("alice").available()).isZero();
    }

    @Test
    void aThousandCopiesOfOneReservationHappenOnce() {
        shop.buys("alice", "o1", euros(100)).at(day(1));
        ReserveCheckoutRequest request = request(basket("o2", 1_000, 50), "once");

        var replies =
                Together.callers(1_000, caller -> Reply.of(shop.checkouts, stub -> stub.reserveCheckout(request)));

        assertThat(replies).filteredOn(reply -> !reply.replayed()).hasSize(1);
        assertThat(replies.stream().map(Reply::bytes).distinct()).hasSize(1);
        assertThat(shop.points("alice").available()).isEqualTo(50);
        assertThat(Reply.refusalOf(() -> reserve(basket("o3", 1_000, 50), "once")))
                .isEqualTo("FAILED_PRECONDITION KEY_REUSED");
    }

    private String outcome(Basket basket, String requestId) {
        try {
            reserve(basket, requestId);
            return "done";
        } catch (StatusRuntimeException refused) {
            return Reply.refusalOf(() -> {
                throw refused;
            });
        }
    }

    private static Reward.Builder fiveOff() {
        Reward.Builder reward = Catalogue.voucher("five", 10, 0);
        reward.getVoucherBuilder().setAmountOff(AmountOff.newBuilder().setAmount(500));
        return reward;
    }

    private static Discount.Builder discount(String id, int percent, String condition) {
        return Discount.newBuilder()
                .setId(id)
                .setName(LocalizedText.newBuilder().setText(id))
                .setPercentOff(PercentOff.newBuilder().setPercent(percent))
                .setCondition(condition);
    }

    private static Basket basket(String orderId, long amount, long points) {
        Basket.Builder basket = Basket.newBuilder().setOrder(order(orderId, amount));
        if (points > 0) {
            basket.getPaymentBuilder().setUnit("points").setAmount(points);
        }
        return basket.build();
    }

    private static Purchase.Builder order(String orderId, long amount) {
        return Purchase.newBuilder()
                .setOrderId(orderId)
                .setCurrency("EUR")
                .addLines(OrderLine.newBuilder().setSku("coffee").setQuantity(2).setAmount(amount));
    }

    private Consequences tell(String orderId, long amount, long paidWithUnits) {
        return Fact.of(shop, "alice", orderId)
                .purchase(order(orderId, amount).setPaidWithUnits(paidWithUnits).build())
                .on(Platform.CLOCK.instant())
                .told();
    }

    private String voucher(String reward) {
        return shop.rewards
                .redeemReward(RedeemRewardRequest.newBuilder()
                        .setMemberId("alice")
                        .setRewardId(reward)
                        .setRequestId("voucher-" + reward)
                        .build())
                .getRedemption()
                .getVoucher()
                .getCode();
    }

    private VoucherState state(String code) {
        return shop.vouchers
                .getVoucher(GetVoucherRequest.newBuilder().setCode(code).build())
                .getRedemption()
                .getVoucher()
                .getState();
    }

    private Quote evaluate(Basket basket) {
        return shop.checkouts
                .evaluateCheckout(EvaluateCheckoutRequest.newBuilder()
                        .setMemberId("alice")
                        .setBasket(basket)
                        .build())
                .getQuote();
    }

    private static ReserveCheckoutRequest request(Basket basket, String requestId) {
        return ReserveCheckoutRequest.newBuilder()
                .setMemberId("alice")
                .setBasket(basket)
                .setRequestId(requestId)
                .build();
    }

    private ReserveCheckoutResponse reserve(Basket basket, String requestId) {
        return shop.checkouts.reserveCheckout(request(basket, requestId));
    }

    private CancelCheckoutResponse cancel(String orderId, String requestId) {
        return shop.checkouts.cancelCheckout(CancelCheckoutRequest.newBuilder()
                .setMemberId("alice")
                .setOrderId(orderId)
                .setRequestId(requestId)
                .build());
    }

    private Checkout get(String orderId) {
        return shop.checkouts
                .getCheckout(GetCheckoutRequest.newBuilder()
                        .setMemberId("alice")
                        .setOrderId(orderId)
                        .build())
                .getCheckout();
    }
}
