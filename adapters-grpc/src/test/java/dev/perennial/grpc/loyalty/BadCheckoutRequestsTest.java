package dev.perennial.grpc.loyalty;

import dev.perennial.contract.activity.v1.OrderLine;
import dev.perennial.contract.activity.v1.Purchase;
import dev.perennial.contract.loyalty.v1.Basket;
import dev.perennial.contract.loyalty.v1.CancelCheckoutRequest;
import dev.perennial.contract.loyalty.v1.CheckoutServiceGrpc;
import dev.perennial.contract.loyalty.v1.CheckoutServiceGrpc.CheckoutServiceBlockingStub;
import dev.perennial.contract.loyalty.v1.EvaluateCheckoutRequest;
import dev.perennial.contract.loyalty.v1.GetCheckoutRequest;
import dev.perennial.contract.loyalty.v1.ReserveCheckoutRequest;
import dev.perennial.grpc.shared.BadInput;
import dev.perennial.grpc.shared.Edge;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Malformed requests about baskets. Storage fails in these tests, so what is refused has not touched it. */
class BadCheckoutRequestsTest {

    private static final Edge EDGE = Edge.over(() -> new IllegalStateException("storage was touched"));
    private static final CheckoutServiceBlockingStub STUB = EDGE.as(Edge.KEY, CheckoutServiceGrpc::newBlockingStub);

    @AfterAll
    static void stop() {
        EDGE.close();
    }

    @TestFactory
    Stream<DynamicTest> ids() {
        return BadInput.allRefused(BadInput.IDS.stream()
                .flatMap(id -> Stream.of(
                        evaluate("member", "member_id", request -> request.setMemberId(id)),
                        reserve("member", "member_id", request -> request.setMemberId(id)),
                        reserve("key", "request_id", request -> request.setRequestId(id)),
                        cancel("member", "member_id", request -> request.setMemberId(id)),
                        cancel("order", "order_id", request -> request.setOrderId(id)),
                        cancel("key", "request_id", request -> request.setRequestId(id)),
                        get("member", "member_id", request -> request.setMemberId(id)),
                        get("order", "order_id", request -> request.setOrderId(id)))));
    }

    @TestFactory
    Stream<DynamicTest> orders() {
        return BadInput.allRefused(BadInput.IDS.stream()
                .flatMap(id -> basket(
                        "order",
                        "order.order_id",
                        basket -> basket.getOrderBuilder().setOrderId(id))));
    }

    @TestFactory
    Stream<DynamicTest> baskets() {
        return BadInput.allRefused(Stream.<Stream<BadInput>>of(
                        Stream.of(
                                evaluate("no basket", "basket", EvaluateCheckoutRequest.Builder::clearBasket),
                                reserve("no basket", "basket", ReserveCheckoutRequest.Builder::clearBasket)),
                        basket("no order", "order", Basket.Builder::clearOrder),
                        basket(
                                "no lines",
                                "order.lines",
                                basket -> basket.getOrderBuilder().clearLines()),
                        basket(
                                "nothing ordered",
                                "order.lines[0].quantity",
                                basket -> basket.getOrderBuilder()
                                        .getLinesBuilder(0)
                                        .setQuantity(0)),
                        basket(
                                "a negative price",
                                "order.lines[0].amount",
                                basket -> basket.getOrderBuilder()
                                        .getLinesBuilder(0)
                                        .setAmount(-1)),
                        basket(
                                "a bell",
                                "order.lines[0].sku",
                                basket -> basket.getOrderBuilder()
                                        .getLinesBuilder(0)
                                        .setSku("te\u0007")),
                        basket(
                                "no currency",
                                "order.currency",
                                basket -> basket.getOrderBuilder().setCurrency("XXX")),
                        basket(
                                "paid with units",
                                "order.paid_with_units",
                                basket -> basket.getOrderBuilder().setPaidWithUnits(1)),
                        basket(
                                "paid with cards",
                                "order.paid_with_gift_cards",
                                basket -> basket.getOrderBuilder().setPaidWithGiftCards(1)),
                        basket(
                                "a rate",
                                "order.exchange_rate",
                                basket -> basket.getOrderBuilder().setExchangeRate("1.5")),
                        basket("store", "store", basket -> basket.setStore("x\0")),
                        basket("brand", "brand", basket -> basket.setBrand("x".repeat(129))),
                        basket("channel", "channel", basket -> basket.setChannel("\u007f")),
                        basket("attribute", "attributes[\"a\"]", basket -> basket.putAttributes("a", "\n")))
                .flatMap(each -> each));
    }

    @TestFactory
    Stream<DynamicTest> vouchers() {
        List<String> many = IntStream.range(0, 21).mapToObj(i -> "CODE-" + i).toList();
        return BadInput.allRefused(Stream.<Stream<BadInput>>of(
                        basket("too many", "voucher_codes", basket -> basket.addAllVoucherCodes(many)),
                        basket(
                                "one twice",
                                "voucher_codes",
                                basket -> basket.addAllVoucherCodes(Collections.nCopies(2, "A"))),
                        basket("empty", "voucher_codes[0]", basket -> basket.addVoucherCodes("")),
                        basket("long", "voucher_codes[0]", basket -> basket.addVoucherCodes("x".repeat(2_049))),
                        basket("an umlaut", "voucher_codes[0]", basket -> basket.addVoucherCodes("Ä")))
                .flatMap(each -> each));
    }

    @TestFactory
    Stream<DynamicTest> payments() {
        return BadInput.allRefused(Stream.<Stream<BadInput>>of(
                        basket(
                                "no unit",
                                "payment.unit",
                                basket -> basket.getPaymentBuilder().setUnit("")),
                        basket(
                                "a unit's id",
                                "payment.unit",
                                basket -> basket.getPaymentBuilder().setUnit("Points")),
                        basket(
                                "nothing",
                                "payment.amount",
                                basket -> basket.getPaymentBuilder().setAmount(0)),
                        basket(
                                "less",
                                "payment.amount",
                                basket -> basket.getPaymentBuilder().setAmount(-1)),
                        basket(
                                "too much",
                                "payment.amount",
                                basket -> basket.getPaymentBuilder().setAmount(1_000_000_000_000_001L)))
                .flatMap(each -> each));
    }

    @TestFactory
    Stream<DynamicTest> expectations() {
        return BadInput.allRefused(Stream.of(
                reserve("negative", "expected_member_seq", request -> request.setExpectedMemberSeq(-1)),
                reserve("none", "expected_program_version", request -> request.setExpectedProgramVersion(0)),
                reserve("less than nothing", "to_pay_max", request -> request.setToPayMax(-1)),
                evaluate("locale", "locale", request -> request.setLocale("de_AT"))));
    }

    private static Basket.Builder sound() {
        Basket.Builder basket = Basket.newBuilder()
                .setOrder(Purchase.newBuilder()
                        .setOrderId("o1")
                        .setCurrency("EUR")
                        .addLines(OrderLine.newBuilder().setQuantity(1).setAmount(900)));
        basket.getPaymentBuilder().setUnit("points").setAmount(100);
        return basket;
    }

    /** Both calls that take one. */
    private static Stream<BadInput> basket(String name, String field, Consumer<Basket.Builder> spoil) {
        Basket.Builder basket = sound();
        spoil.accept(basket);
        return Stream.of(
                evaluate(name, "basket." + field, request -> request.setBasket(basket)),
                reserve(name, "basket." + field, request -> request.setBasket(basket)));
    }

    private static BadInput evaluate(String name, String field, Consumer<EvaluateCheckoutRequest.Builder> spoil) {
        EvaluateCheckoutRequest.Builder request =
                EvaluateCheckoutRequest.newBuilder().setMemberId("anna").setBasket(sound());
        spoil.accept(request);
        return new BadInput("EvaluateCheckout: " + name, field, () -> STUB.evaluateCheckout(request.build()));
    }

    private static BadInput reserve(String name, String field, Consumer<ReserveCheckoutRequest.Builder> spoil) {
        ReserveCheckoutRequest.Builder request = ReserveCheckoutRequest.newBuilder()
                .setMemberId("anna")
                .setBasket(sound())
                .setRequestId("reserve-1");
        spoil.accept(request);
        return new BadInput("ReserveCheckout: " + name, field, () -> STUB.reserveCheckout(request.build()));
    }

    private static BadInput cancel(String name, String field, Consumer<CancelCheckoutRequest.Builder> spoil) {
        CancelCheckoutRequest.Builder request = CancelCheckoutRequest.newBuilder()
                .setMemberId("anna")
                .setOrderId("o1")
                .setRequestId("cancel-1");
        spoil.accept(request);
        return new BadInput("CancelCheckout: " + name, field, () -> STUB.cancelCheckout(request.build()));
    }

    private static BadInput get(String name, String field, Consumer<GetCheckoutRequest.Builder> spoil) {
        GetCheckoutRequest.Builder request =
                GetCheckoutRequest.newBuilder().setMemberId("anna").setOrderId("o1");
        spoil.accept(request);
        return new BadInput("GetCheckout: " + name, field, () -> STUB.getCheckout(request.build()));
    }
}
