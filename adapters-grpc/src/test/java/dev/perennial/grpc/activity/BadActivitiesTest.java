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
import dev.perennial.contract.activity.v1.RecordActivityRequest;
import dev.perennial.contract.activity.v1.Review;
import dev.perennial.contract.activity.v1.SimulateActivityRequest;
import dev.perennial.contract.activity.v1.SocialFollow;
import dev.perennial.contract.activity.v1.StatusMatch;
import dev.perennial.grpc.shared.BadInput;
import dev.perennial.grpc.shared.Edge;
import dev.perennial.grpc.shared.Samples;
import dev.perennial.grpc.shared.Times;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Malformed activities. Storage fails in these tests, so what is refused as malformed has not touched it. */
class BadActivitiesTest {

    private static final Edge EDGE = Edge.over(() -> new IllegalStateException("storage was touched"));
    private static final ActivityServiceBlockingStub STUB = EDGE.as(Edge.KEY, ActivityServiceGrpc::newBlockingStub);
    private static final SpoiltActivities SPOILT = new SpoiltActivities(STUB);

    @AfterAll
    static void stop() {
        EDGE.close();
    }

    @TestFactory
    Stream<DynamicTest> ids() {
        return BadInput.allRefused(BadInput.IDS.stream()
                .flatMap(id -> Stream.of(
                                SPOILT.activity("source", "source", activity -> activity.setSource(id)),
                                SPOILT.activity("external id", "external_id", activity -> activity.setExternalId(id)),
                                SPOILT.activity("member id", "member_id", activity -> activity.setMemberId(id)),
                                SPOILT.order("order id", "order_id", order -> order.setOrderId(id)),
                                SPOILT.refund("order id", "order_id", refund -> refund.setOrderId(id)))
                        .flatMap(cases -> cases)));
    }

    @TestFactory
    Stream<DynamicTest> moments() {
        return BadInput.allRefused(Stream.of(
                        SPOILT.activity("no moment", "occurred_at", Activity.Builder::clearOccurredAt),
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
                                SPOILT.activity("store", "store", activity -> activity.setStore(text)),
                                SPOILT.activity("brand", "brand", activity -> activity.setBrand(text)),
                                SPOILT.activity("channel", "channel", activity -> activity.setChannel(text)),
                                SPOILT.activity("partner", "partner", activity -> activity.setPartner(text)),
                                SPOILT.activity(
                                        "attribute", "attributes[\"k\"]", a -> a.putAttributes("k", text + text)),
                                SPOILT.line("sku", "sku", line -> line.setSku(text)),
                                SPOILT.line("name", "name", line -> line.setName(text + text)),
                                SPOILT.line("category", "category", line -> line.setCategory(text)),
                                SPOILT.line("brand", "brand", line -> line.setBrand(text)),
                                SPOILT.activity(
                                        "review",
                                        "review.sku",
                                        a -> a.setReview(Review.newBuilder().setSku(text))),
                                SPOILT.activity(
                                        "network",
                                        "social_follow.network",
                                        a -> a.setSocialFollow(
                                                SocialFollow.newBuilder().setNetwork(text))),
                                SPOILT.activity(
                                        "content",
                                        "content_view.content_id",
                                        a -> a.setContentView(
                                                ContentView.newBuilder().setContentId(text))),
                                SPOILT.activity(
                                        "platform",
                                        "app_installed.platform",
                                        a -> a.setAppInstalled(
                                                AppInstalled.newBuilder().setPlatform(text))),
                                SPOILT.activity(
                                        "plan",
                                        "membership_payment.plan",
                                        a -> a.setMembershipPayment(
                                                MembershipPayment.newBuilder().setPlan(text))),
                                SPOILT.activity(
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
                        SPOILT.activity("no detail", "detail", Activity.Builder::clearDetail),
                        custom(""),
                        custom("1st"),
                        rating(-1),
                        rating(6),
                        SPOILT.activity(
                                "no network",
                                "social_follow.network",
                                a -> a.setSocialFollow(SocialFollow.newBuilder())),
                        SPOILT.activity(
                                "no content",
                                "content_view.content_id",
                                a -> a.setContentView(ContentView.newBuilder())),
                        SPOILT.activity(
                                "no platform",
                                "app_installed.platform",
                                a -> a.setAppInstalled(AppInstalled.newBuilder())),
                        SPOILT.activity(
                                "no plan",
                                "membership_payment.plan",
                                a -> a.setMembershipPayment(MembershipPayment.newBuilder())),
                        SPOILT.activity(
                                "attribute name",
                                "attributes[\"not a name\"]",
                                a -> a.putAttributes("not a name", "x")),
                        SPOILT.activity(
                                "too many attributes",
                                "attributes",
                                a -> IntStream.range(0, 51).forEach(i -> a.putAttributes("a" + i, ""))))
                .flatMap(cases -> cases));
    }

    @TestFactory
    Stream<DynamicTest> whatOnlyThePlatformTells() {
        return BadInput.allRefused(Stream.of(
                        SPOILT.activity("its source", "source", a -> a.setSource("perennial")),
                        SPOILT.activity(
                                "a trial",
                                "membership_trial",
                                a -> a.setMembershipTrial(MembershipTrial.getDefaultInstance())),
                        SPOILT.activity(
                                "a cancellation",
                                "membership_cancellation",
                                a -> a.setMembershipCancellation(MembershipCancellation.getDefaultInstance())),
                        SPOILT.activity(
                                "a match", "status_match", a -> a.setStatusMatch(StatusMatch.getDefaultInstance())),
                        SPOILT.activity(
                                "a birthday", "celebration", a -> a.setCelebration(Celebration.getDefaultInstance())))
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

    private static Stream<BadInput> moment(String name, Timestamp.Builder moment) {
        return SPOILT.activity(name, "occurred_at", activity -> activity.setOccurredAt(moment));
    }

    private static Stream<BadInput> custom(String kind) {
        return SPOILT.activity(
                "custom kind",
                "custom.name",
                a -> a.setCustom(Custom.newBuilder().setName(kind)));
    }

    private static Stream<BadInput> rating(int stars) {
        return SPOILT.activity(
                "rating " + stars,
                "review.rating",
                a -> a.setReview(Review.newBuilder().setRating(stars)));
    }
}
