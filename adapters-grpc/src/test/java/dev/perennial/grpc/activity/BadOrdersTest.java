package dev.perennial.grpc.activity;

import dev.perennial.contract.activity.v1.ActivityServiceGrpc;
import dev.perennial.contract.activity.v1.OrderLine;
import dev.perennial.contract.activity.v1.Purchase;
import dev.perennial.contract.activity.v1.Refund;
import dev.perennial.contract.activity.v1.ReturnedLine;
import dev.perennial.grpc.shared.BadInput;
import dev.perennial.grpc.shared.Edge;
import dev.perennial.grpc.shared.Samples;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Malformed orders and refunds. Storage fails in these tests, so what is refused as malformed has not touched it. */
class BadOrdersTest {

    private static final Edge EDGE = Edge.over(() -> new IllegalStateException("storage was touched"));
    private static final SpoiltActivities SPOILT =
            new SpoiltActivities(EDGE.as(Edge.KEY, ActivityServiceGrpc::newBlockingStub));
    private static final long TOO_MUCH = 1_000_000_000_000_001L;

    @AfterAll
    static void stop() {
        EDGE.close();
    }

    @TestFactory
    Stream<DynamicTest> orders() {
        List<OrderLine> tooMany = Collections.nCopies(1_001, Samples.line().build());
        return BadInput.allRefused(Stream.of(
                        Stream.of("", "eur", "EURO", "ABC", "XXX", "XAU")
                                .flatMap(
                                        code -> SPOILT.order("currency " + code, "currency", o -> o.setCurrency(code))),
                        SPOILT.order("no lines", "lines", Purchase.Builder::clearLines),
                        SPOILT.order("too many lines", "lines", order -> order.addAllLines(tooMany)),
                        amounts("shipping", (order, amount) -> order.setShipping(amount)),
                        amounts(
                                "lines[0].amount",
                                (order, amount) -> SpoiltActivities.line(order).setAmount(amount)),
                        amounts(
                                "lines[0].tax",
                                (order, amount) -> SpoiltActivities.line(order).setTax(amount)),
                        amounts(
                                "lines[0].discount",
                                (order, amount) -> SpoiltActivities.line(order).setDiscount(amount)),
                        amounts(
                                "lines[0].cost",
                                (order, amount) -> SpoiltActivities.line(order).setCost(amount)),
                        SPOILT.line("no quantity", "quantity", OrderLine.Builder::clearQuantity),
                        SPOILT.line("negative quantity", "quantity", line -> line.setQuantity(-1)),
                        SPOILT.line("too many items", "quantity", line -> line.setQuantity(1_000_000_001)),
                        SPOILT.line(
                                "more tax than money",
                                "tax",
                                line -> line.setAmount(5).setTax(6)))
                .flatMap(cases -> cases));
    }

    @TestFactory
    Stream<DynamicTest> payments() {
        return BadInput.allRefused(Stream.of(
                        amounts("paid_with_gift_cards", Purchase.Builder::setPaidWithGiftCards),
                        amounts("paid_with_units", Purchase.Builder::setPaidWithUnits),
                        SPOILT.order("more than all", "paid_with_gift_cards", o -> o.setPaidWithGiftCards(2_401)),
                        SPOILT.order("more than all", "paid_with_units", o -> o.setPaidWithUnits(2_401)),
                        Stream.of(
                                        "0",
                                        "0.000",
                                        "-1",
                                        "+1",
                                        "1e3",
                                        "1.",
                                        ".5",
                                        "1,5",
                                        " 1",
                                        "NaN",
                                        "∞",
                                        "1.12345678901",
                                        "12345678901",
                                        "9".repeat(22))
                                .flatMap(rate -> SPOILT.order(
                                        "rate " + rate, "exchange_rate", order -> order.setExchangeRate(rate))))
                .flatMap(cases -> cases));
    }

    @TestFactory
    Stream<DynamicTest> refunds() {
        ReturnedLine returned =
                ReturnedLine.newBuilder().setLineNumber(1).setQuantity(1).build();
        return BadInput.allRefused(Stream.of(
                        SPOILT.activity(
                                "nothing given back",
                                "refund",
                                a -> a.setRefund(Refund.newBuilder().setOrderId("o-1"))),
                        SPOILT.refund("negative amount", "amount", refund -> refund.setAmount(-1)),
                        SPOILT.refund("too much", "amount", refund -> refund.setAmount(TOO_MUCH)),
                        SPOILT.refund(
                                "line 0",
                                "lines[0].line_number",
                                r -> r.addLinesBuilder().setQuantity(1)),
                        SPOILT.refund(
                                "line 1001",
                                "lines[0].line_number",
                                r -> r.addLines(returned.toBuilder().setLineNumber(1_001))),
                        SPOILT.refund(
                                "no items",
                                "lines[0].quantity",
                                r -> r.addLinesBuilder().setLineNumber(1)),
                        SPOILT.refund(
                                "a line twice",
                                "lines[1].line_number",
                                r -> r.addLines(returned).addLines(returned)),
                        SPOILT.refund(
                                "too many lines", "lines", r -> r.addAllLines(Collections.nCopies(1_001, returned))))
                .flatMap(cases -> cases));
    }

    private interface Amount {
        Object set(Purchase.Builder order, long amount);
    }

    private static Stream<BadInput> amounts(String field, Amount amount) {
        return LongStream.of(-1, TOO_MUCH, Long.MAX_VALUE, Long.MIN_VALUE)
                .boxed()
                .flatMap(bad -> SPOILT.order(field + " of " + bad, field, order -> amount.set(order, bad)));
    }
}
