package dev.perennial.grpc.activity;

import com.google.protobuf.Timestamp;
import dev.perennial.contract.activity.v1.Activity;
import dev.perennial.contract.activity.v1.ActivityServiceGrpc;
import dev.perennial.contract.activity.v1.ActivityServiceGrpc.ActivityServiceBlockingStub;
import dev.perennial.contract.activity.v1.AppInstalled;
import dev.perennial.contract.activity.v1.Celebration;
import dev.perennial.contract.activity.v1.ContentView;
import dev.perennial.contract.activity.v1.Custom;
import dev.perennial.contract.activity.v1.ExplainActivityRequest;
import dev.perennial.contract.activity.v1.ListActivitiesRequest;
import dev.perennial.contract.activity.v1.MembershipCancellation;
import dev.perennial.contract.activity.v1.MembershipPayment;
import dev.perennial.contract.activity.v1.MembershipTrial;
import dev.perennial.contract.activity.v1.OrderLine;
import dev.perennial.contract.activity.v1.Purchase;
import dev.perennial.contract.activity.v1.RecordActivityRequest;
import dev.perennial.contract.activity.v1.Refund;
import dev.perennial.contract.activity.v1.ReturnedLine;
import dev.perennial.contract.activity.v1.Review;
import dev.perennial.contract.activity.v1.SimulateActivityRequest;
import dev.perennial.contract.activity.v1.SocialFollow;
import dev.perennial.contract.activity.v1.StatusMatch;
import dev.perennial.grpc.shared.BadInput;
import dev.perennial.grpc.shared.Edge;
import dev.perennial.grpc.shared.Samples;
import dev.perennial.grpc.shared.Times;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Malformed activities. Storage fails in these tests, so what is refused as malformed has not touched it. */
class BadActivitiesTest {

    private static final Edge EDGE = Edge.over(() -> new IllegalStateException("storage was touched"));
    private static final ActivityServiceBlockingStub STUB = EDGE.as(Edge.KEY, ActivityServiceGrpc::newBlockingStub);
    private static final long TOO_MUCH = 1_000_000_000_000_001L;

    @AfterAll
    static void stop() {
        EDGE.close();
    }

    @TestFactory
    Stream<DynamicTest> ids() {
        return BadInput.allRefused(BadInput.IDS.stream()
                .flatMap(id -> Stream.of(
                                spoilt("source", "source", activity -> activity.setSource(id)),
                                spoilt("external id", "external_id", activity -> activity.setExternalId(id)),
                                spoilt("member id", "member_id", activity -> activity.setMemberId(id)),
                                spoiltOrder("order id", "order_id", order -> order.setOrderId(id)),
                                refund("order id", "order_id", refund -> refund.setOrderId(id)))
                        .flatMap(cases -> cases)));
    }

    @TestFactory
    Stream<DynamicTest> moments() {
        return BadInput.allRefused(Stream.of(
                        spoilt("no moment", "occurred_at", Activity.Builder::clearOccurredAt),
                        moment(
                                "nanoseconds of more than a second",
                                Timestamp.newBuilder().setNanos(1_000_000_000)),
                        moment("negative nanoseconds", Timestamp.newBuilder().setNanos(-1)),
                        moment("after the year 9999", Timestamp.newBuilder().setSeconds(253_402_300_800L)),
                        moment("no such second", Timestamp.newBuilder().setSeconds(Long.MIN_VALUE)),
                        moment("before 1970", Timestamp.newBuilder().setSeconds(-1)),
                        moment(
                                "in the far future",
                                Times.toProto(
                                        Samples.NOW.plus(Duration.ofHours(24).plusNanos(1_000)))
                                        .toBuilder()))
                .flatMap(cases -> cases));
    }

    @TestFactory
    Stream<DynamicTest> texts() {
        return BadInput.allRefused(Stream.concat(BadInput.CONTROL_CHARACTERS.stream(), Stream.of("x".repeat(129)))
                .flatMap(text -> Stream.of(
                                spoilt("store", "store", activity -> activity.setStore(text)),
                                spoilt("brand", "brand", activity -> activity.setBrand(text)),
                                spoilt("channel", "channel", activity -> activity.setChannel(text)),
                                spoilt("partner", "partner", activity -> activity.setPartner(text)),
                                spoilt("attribute", "attributes[\"k\"]", a -> a.putAttributes("k", text + text)),
                                spoiltLine("sku", "sku", line -> line.setSku(text)),
                                spoiltLine("name", "name", line -> line.setName(text + text)),
                                spoiltLine("category", "category", line -> line.setCategory(text)),
                                spoiltLine("brand", "brand", line -> line.setBrand(text)),
                                spoilt(
                                        "review",
                                        "review.sku",
                                        a -> a.setReview(Review.newBuilder().setSku(text))),
                                spoilt(
                                        "network",
                                        "social_follow.network",
                                        a -> a.setSocialFollow(
                                                SocialFollow.newBuilder().setNetwork(text))),
                                spoilt(
                                        "content",
                                        "content_view.content_id",
                                        a -> a.setContentView(
                                                ContentView.newBuilder().setContentId(text))),
                                spoilt(
                                        "platform",
                                        "app_installed.platform",
                                        a -> a.setAppInstalled(
                                                AppInstalled.newBuilder().setPlatform(text))),
                                spoilt(
                                        "plan",
                                        "membership_payment.plan",
                                        a -> a.setMembershipPayment(
                                                MembershipPayment.newBuilder().setPlan(text))),
                                spoilt(
                                        "order of a custom fact",
                                        "custom.order_id",
                                        a -> a.setCustom(
                                                Custom.newBuilder().setName("x").setOrderId(text))),
                                custom(text))
                        .flatMap(cases -> cases)));
    }

    @TestFactory
    Stream<DynamicTest> kinds() {
        return BadInput.allRefused(Stream.of(
                        Stream.of(new BadInput(
                                "RecordActivity: nothing",
                                "activity",
                                () -> STUB.recordActivity(RecordActivityRequest.getDefaultInstance()))),
                        spoilt("no detail", "detail", Activity.Builder::clearDetail),
                        custom(""),
                        custom("1st"),
                        rating(-1),
                        rating(6),
                        spoilt(
                                "no network",
                                "social_follow.network",
                                a -> a.setSocialFollow(SocialFollow.newBuilder())),
                        spoilt(
                                "no content",
                                "content_view.content_id",
                                a -> a.setContentView(ContentView.newBuilder())),
                        spoilt(
                                "no platform",
                                "app_installed.platform",
                                a -> a.setAppInstalled(AppInstalled.newBuilder())),
                        spoilt(
                                "no plan",
                                "membership_payment.plan",
                                a -> a.setMembershipPayment(MembershipPayment.newBuilder())),
                        spoilt("attribute name", "attributes[\"not a name\"]", a -> a.putAttributes("not a name", "x")),
                        spoilt(
                                "too many attributes",
                                "attributes",
                                a -> IntStream.range(0, 51).forEach(i -> a.putAttributes("a" + i, ""))))
                .flatMap(cases -> cases));
    }

    @TestFactory
    Stream<DynamicTest> whatOnlyThePlatformTells() {
        return BadInput.allRefused(Stream.of(
                        spoilt("its source", "source", a -> a.setSource("perennial")),
                        spoilt(
                                "a trial",
                                "membership_trial",
                                a -> a.setMembershipTrial(MembershipTrial.getDefaultInstance())),
                        spoilt(
                                "a cancellation",
                                "membership_cancellation",
                                a -> a.setMembershipCancellation(MembershipCancellation.getDefaultInstance())),
                        spoilt("a match", "status_match", a -> a.setStatusMatch(StatusMatch.getDefaultInstance())),
                        spoilt("a birthday", "celebration", a -> a.setCelebration(Celebration.getDefaultInstance())))
                .flatMap(cases -> cases));
    }

    @TestFactory
    Stream<DynamicTest> payments() {
        return BadInput.allRefused(Stream.of(
                        amounts("paid_with_gift_cards", Purchase.Builder::setPaidWithGiftCards),
                        amounts("paid_with_units", Purchase.Builder::setPaidWithUnits),
                        spoiltOrder("more than all", "paid_with_gift_cards", o -> o.setPaidWithGiftCards(2_401)),
                        spoiltOrder("more than all", "paid_with_units", o -> o.setPaidWithUnits(2_401)),
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
                                .flatMap(rate -> spoiltOrder(
                                        "rate " + rate, "exchange_rate", order -> order.setExchangeRate(rate))))
                .flatMap(cases -> cases));
    }

    @TestFactory
    Stream<DynamicTest> orders() {
        List<OrderLine> tooMany = Collections.nCopies(1_001, Samples.line().build());
        return BadInput.allRefused(Stream.of(
                        Stream.of("", "eur", "EURO", "ABC", "XXX", "XAU")
                                .flatMap(code -> spoiltOrder("currency " + code, "currency", o -> o.setCurrency(code))),
                        spoiltOrder("no lines", "lines", Purchase.Builder::clearLines),
                        spoiltOrder("too many lines", "lines", order -> order.addAllLines(tooMany)),
                        amounts("shipping", (order, amount) -> order.setShipping(amount)),
                        amounts(
                                "lines[0].amount",
                                (order, amount) -> line(order).setAmount(amount)),
                        amounts("lines[0].tax", (order, amount) -> line(order).setTax(amount)),
                        amounts(
                                "lines[0].discount",
                                (order, amount) -> line(order).setDiscount(amount)),
                        amounts("lines[0].cost", (order, amount) -> line(order).setCost(amount)),
                        spoiltLine("no quantity", "quantity", OrderLine.Builder::clearQuantity),
                        spoiltLine("negative quantity", "quantity", line -> line.setQuantity(-1)),
                        spoiltLine("too many items", "quantity", line -> line.setQuantity(1_000_000_001)),
                        spoiltLine(
                                "more tax than money",
                                "tax",
                                line -> line.setAmount(5).setTax(6)))
                .flatMap(cases -> cases));
    }

    @TestFactory
    Stream<DynamicTest> refunds() {
        ReturnedLine returned =
                ReturnedLine.newBuilder().setLineNumber(1).setQuantity(1).build();
        return BadInput.allRefused(Stream.of(
                        spoilt(
                                "nothing given back",
                                "refund",
                                a -> a.setRefund(Refund.newBuilder().setOrderId("o-1"))),
                        refund("negative amount", "amount", refund -> refund.setAmount(-1)),
                        refund("too much", "amount", refund -> refund.setAmount(TOO_MUCH)),
                        refund(
                                "line 0",
                                "lines[0].line_number",
                                r -> r.addLinesBuilder().setQuantity(1)),
                        refund(
                                "line 1001",
                                "lines[0].line_number",
                                r -> r.addLines(returned.toBuilder().setLineNumber(1_001))),
                        refund(
                                "no items",
                                "lines[0].quantity",
                                r -> r.addLinesBuilder().setLineNumber(1)),
                        refund(
                                "a line twice",
                                "lines[1].line_number",
                                r -> r.addLines(returned).addLines(returned)),
                        refund("too many lines", "lines", r -> r.addAllLines(Collections.nCopies(1_001, returned))))
                .flatMap(cases -> cases));
    }

    @TestFactory
    Stream<DynamicTest> reading() {
        SimulateActivityRequest.Builder simulation =
                SimulateActivityRequest.newBuilder().setActivity(Samples.purchase());
        ListActivitiesRequest list =
                ListActivitiesRequest.newBuilder().setMemberId("anna").build();
        return BadInput.allRefused(Stream.of(
                new BadInput(
                        "SimulateActivity: sequence",
                        "expected_member_seq",
                        () -> STUB.simulateActivity(
                                simulation.clone().setExpectedMemberSeq(-1).build())),
                new BadInput(
                        "SimulateActivity: version",
                        "expected_program_version",
                        () -> STUB.simulateActivity(
                                simulation.clone().setExpectedProgramVersion(-1).build())),
                new BadInput(
                        "ExplainActivity: no member",
                        "member_id",
                        () -> STUB.explainActivity(ExplainActivityRequest.newBuilder()
                                .setActivityNumber(1)
                                .build())),
                new BadInput(
                        "ExplainActivity: number",
                        "activity_number",
                        () -> STUB.explainActivity(ExplainActivityRequest.newBuilder()
                                .setMemberId("anna")
                                .build())),
                new BadInput(
                        "ListActivities: no member",
                        "member_id",
                        () -> STUB.listActivities(ListActivitiesRequest.getDefaultInstance())),
                new BadInput(
                        "ListActivities: page size",
                        "page_size",
                        () -> STUB.listActivities(
                                list.toBuilder().setPageSize(-1).build())),
                new BadInput(
                        "ListActivities: token",
                        "page_token",
                        () -> STUB.listActivities(list.toBuilder()
                                .setPageToken("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
                                .build()))));
    }

    /** Recorded and simulated alike. */
    private static Stream<BadInput> spoilt(String name, String field, Consumer<Activity.Builder> spoil) {
        Activity.Builder activity = Samples.purchase();
        spoil.accept(activity);
        SimulateActivityRequest simulation =
                SimulateActivityRequest.newBuilder().setActivity(activity).build();
        String path = "activity." + field;
        return Stream.of(
                new BadInput("RecordActivity: " + name, path, () -> STUB.recordActivity(Samples.record(activity))),
                new BadInput("SimulateActivity: " + name, path, () -> STUB.simulateActivity(simulation)));
    }

    private static Stream<BadInput> moment(String name, Timestamp.Builder moment) {
        return spoilt(name, "occurred_at", activity -> activity.setOccurredAt(moment));
    }

    private static Stream<BadInput> custom(String kind) {
        return spoilt(
                "custom kind",
                "custom.name",
                a -> a.setCustom(Custom.newBuilder().setName(kind)));
    }

    private static Stream<BadInput> rating(int stars) {
        return spoilt(
                "rating " + stars,
                "review.rating",
                a -> a.setReview(Review.newBuilder().setRating(stars)));
    }

    private static Stream<BadInput> spoiltOrder(String name, String field, Consumer<Purchase.Builder> spoil) {
        return spoilt(name, "purchase." + field, activity -> spoil.accept(activity.getPurchaseBuilder()));
    }

    private static Stream<BadInput> spoiltLine(String name, String field, Consumer<OrderLine.Builder> spoil) {
        return spoiltOrder(name, "lines[0]." + field, order -> spoil.accept(line(order)));
    }

    private static OrderLine.Builder line(Purchase.Builder order) {
        return order.getLinesBuilder(0);
    }

    private interface Amount {
        Object set(Purchase.Builder order, long amount);
    }

    private static Stream<BadInput> amounts(String field, Amount amount) {
        return LongStream.of(-1, TOO_MUCH, Long.MAX_VALUE, Long.MIN_VALUE)
                .boxed()
                .flatMap(bad -> spoiltOrder(field + " of " + bad, field, order -> amount.set(order, bad)));
    }

    private static Stream<BadInput> refund(String name, String field, Consumer<Refund.Builder> spoil) {
        return spoilt(name, "refund." + field, activity -> {
            Refund.Builder refund = Refund.newBuilder().setOrderId("o-1");
            spoil.accept(refund);
            activity.setRefund(refund);
        });
    }
}
