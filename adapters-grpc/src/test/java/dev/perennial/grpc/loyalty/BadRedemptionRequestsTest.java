package dev.perennial.grpc.loyalty;

import dev.perennial.contract.loyalty.v1.CancelReservationRequest;
import dev.perennial.contract.loyalty.v1.GetRedemptionRequest;
import dev.perennial.contract.loyalty.v1.ListRedemptionsRequest;
import dev.perennial.contract.loyalty.v1.RedeemReservationRequest;
import dev.perennial.contract.loyalty.v1.RedemptionServiceGrpc;
import dev.perennial.contract.loyalty.v1.RedemptionServiceGrpc.RedemptionServiceBlockingStub;
import dev.perennial.contract.loyalty.v1.ReverseRedemptionRequest;
import dev.perennial.grpc.shared.BadInput;
import dev.perennial.grpc.shared.Edge;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Malformed requests about redemptions. Storage fails in these tests, so what is refused has not touched it. */
class BadRedemptionRequestsTest {

    private static final Edge EDGE = Edge.over(() -> new IllegalStateException("storage was touched"));
    private static final RedemptionServiceBlockingStub STUB = EDGE.as(Edge.KEY, RedemptionServiceGrpc::newBlockingStub);

    @AfterAll
    static void stop() {
        EDGE.close();
    }

    @TestFactory
    Stream<DynamicTest> ids() {
        return BadInput.allRefused(BadInput.IDS.stream()
                .flatMap(id -> Stream.of(
                        get("member", "member_id", request -> request.setMemberId(id)),
                        list("member", "member_id", request -> request.setMemberId(id)),
                        redeem("member", "member_id", request -> request.setMemberId(id)),
                        redeem("key", "request_id", request -> request.setRequestId(id)),
                        cancel("member", "member_id", request -> request.setMemberId(id)),
                        cancel("key", "request_id", request -> request.setRequestId(id)),
                        reverse("member", "member_id", request -> request.setMemberId(id)),
                        reverse("key", "request_id", request -> request.setRequestId(id)))));
    }

    @TestFactory
    Stream<DynamicTest> numbers() {
        return BadInput.allRefused(Stream.of(0L, -1L, Long.MIN_VALUE)
                .flatMap(number -> Stream.of(
                        get("number", "redemption_number", request -> request.setRedemptionNumber(number)),
                        redeem("number", "redemption_number", request -> request.setRedemptionNumber(number)),
                        cancel("number", "redemption_number", request -> request.setRedemptionNumber(number)),
                        reverse("number", "redemption_number", request -> request.setRedemptionNumber(number)))));
    }

    @TestFactory
    Stream<DynamicTest> reasons() {
        return BadInput.allRefused(Stream.concat(Stream.of("x".repeat(501)), BadInput.CONTROL_CHARACTERS.stream())
                .map(text -> reverse("reason", "reason", request -> request.setReason(text))));
    }

    @TestFactory
    Stream<DynamicTest> lists() {
        return BadInput.allRefused(Stream.of(
                list("page size", "page_size", request -> request.setPageSize(-1)),
                list("token", "page_token", request -> request.setPageToken("AAAA")),
                list("long token", "page_token", request -> request.setPageToken("A".repeat(513)))));
    }

    private static BadInput get(String name, String field, Consumer<GetRedemptionRequest.Builder> spoil) {
        GetRedemptionRequest.Builder request =
                GetRedemptionRequest.newBuilder().setMemberId("anna").setRedemptionNumber(1);
        spoil.accept(request);
        return new BadInput("GetRedemption: " + name, field, () -> STUB.getRedemption(request.build()));
    }

    private static BadInput list(String name, String field, Consumer<ListRedemptionsRequest.Builder> spoil) {
        ListRedemptionsRequest.Builder request =
                ListRedemptionsRequest.newBuilder().setMemberId("anna");
        spoil.accept(request);
        return new BadInput("ListRedemptions: " + name, field, () -> STUB.listRedemptions(request.build()));
    }

    private static BadInput redeem(String name, String field, Consumer<RedeemReservationRequest.Builder> spoil) {
        RedeemReservationRequest.Builder request = RedeemReservationRequest.newBuilder()
                .setMemberId("anna")
                .setRedemptionNumber(1)
                .setRequestId("redeem-1");
        spoil.accept(request);
        return new BadInput("RedeemReservation: " + name, field, () -> STUB.redeemReservation(request.build()));
    }

    private static BadInput cancel(String name, String field, Consumer<CancelReservationRequest.Builder> spoil) {
        CancelReservationRequest.Builder request = CancelReservationRequest.newBuilder()
                .setMemberId("anna")
                .setRedemptionNumber(1)
                .setRequestId("cancel-1");
        spoil.accept(request);
        return new BadInput("CancelReservation: " + name, field, () -> STUB.cancelReservation(request.build()));
    }

    private static BadInput reverse(String name, String field, Consumer<ReverseRedemptionRequest.Builder> spoil) {
        ReverseRedemptionRequest.Builder request = ReverseRedemptionRequest.newBuilder()
                .setMemberId("anna")
                .setRedemptionNumber(1)
                .setRequestId("reverse-1");
        spoil.accept(request);
        return new BadInput("ReverseRedemption: " + name, field, () -> STUB.reverseRedemption(request.build()));
    }
}
