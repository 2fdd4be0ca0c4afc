package dev.perennial.grpc.loyalty;

import com.google.protobuf.Timestamp;
import dev.perennial.contract.activity.v1.OrderLine;
import dev.perennial.contract.activity.v1.Purchase;
import dev.perennial.contract.activity.v1.Refund;
import dev.perennial.contract.loyalty.v1.ClaimGuestOrdersRequest;
import dev.perennial.contract.loyalty.v1.DeleteGuestOrdersRequest;
import dev.perennial.contract.loyalty.v1.GuestActivity;
import dev.perennial.contract.loyalty.v1.GuestOrderServiceGrpc;
import dev.perennial.contract.loyalty.v1.GuestOrderServiceGrpc.GuestOrderServiceBlockingStub;
import dev.perennial.contract.loyalty.v1.RecordGuestActivityRequest;
import dev.perennial.contract.member.v1.Identifier;
import dev.perennial.contract.member.v1.IdentifierKind;
import dev.perennial.grpc.shared.BadInput;
import dev.perennial.grpc.shared.Edge;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Malformed requests about guests. Storage fails in these tests, so what is refused has not touched it. */
class BadGuestRequestsTest {

    private static final Edge EDGE = Edge.over(() -> new IllegalStateException("storage was touched"));
    private static final GuestOrderServiceBlockingStub STUB = EDGE.as(Edge.KEY, GuestOrderServiceGrpc::newBlockingStub);

    @AfterAll
    static void stop() {
        EDGE.close();
    }

    @TestFactory
    Stream<DynamicTest> ids() {
        return BadInput.allRefused(BadInput.IDS.stream()
                .flatMap(id -> Stream.of(
                        fact("source", activity -> activity.setSource(id)),
                        fact("external_id", activity -> activity.setExternalId(id)),
                        fact(
                                "purchase.order_id",
                                activity -> activity.getPurchaseBuilder().setOrderId(id)),
                        claim("member_id", request -> request.setMemberId(id)),
                        claim("request_id", request -> request.setRequestId(id)))));
    }

    @TestFactory
    Stream<DynamicTest> texts() {
        return BadInput.allRefused(BadInput.CONTROL_CHARACTERS.stream()
                .flatMap(text -> Stream.of(
                        fact("store", activity -> activity.setStore(text)),
                        fact("brand", activity -> activity.setBrand(text)),
                        fact("channel", activity -> activity.setChannel(text)),
                        fact("partner", activity -> activity.setPartner(text)),
                        fact("attributes[\"size\"]", activity -> activity.putAttributes("size", text)))));
    }

    @TestFactory
    Stream<DynamicTest> facts() {
        return BadInput.allRefused(Stream.of(
                fact("source", activity -> activity.setSource("perennial")),
                fact("occurred_at", GuestActivity.Builder::clearOccurredAt),
                fact(
                        "occurred_at",
                        activity ->
                                activity.setOccurredAt(Timestamp.newBuilder().setSeconds(-1))),
                fact(
                        "occurred_at",
                        activity ->
                                activity.setOccurredAt(Timestamp.newBuilder().setSeconds(253_402_300_799L))),
                fact("detail", GuestActivity.Builder::clearDetail),
                fact(
                        "purchase.currency",
                        activity -> activity.getPurchaseBuilder().setCurrency("XAU")),
                fact("purchase.lines", activity -> activity.getPurchaseBuilder().clearLines()),
                fact(
                        "purchase.lines[0].amount",
                        activity ->
                                activity.getPurchaseBuilder().getLinesBuilder(0).setAmount(-1)),
                fact(
                        "purchase.paid_with_units",
                        activity -> activity.getPurchaseBuilder().setPaidWithUnits(101)),
                fact(
                        "refund",
                        activity -> activity.setRefund(Refund.newBuilder().setOrderId("g1"))),
                fact(
                        "refund.order_id",
                        activity -> activity.setRefund(Refund.newBuilder().setAmount(1)))));
    }

    @TestFactory
    Stream<DynamicTest> contacts() {
        return BadInput.allRefused(Stream.concat(
                Stream.of(
                        record("identifiers", RecordGuestActivityRequest.Builder::clearIdentifiers),
                        record("identifiers[1].kind", request -> request.addIdentifiers(email("eve@shop.example"))),
                        record(
                                "identifiers",
                                request -> request.addIdentifiers(phone()).addIdentifiers(phone())),
                        claim("identifier", ClaimGuestOrdersRequest.Builder::clearIdentifier),
                        delete("identifier", DeleteGuestOrdersRequest.Builder::clearIdentifier)),
                Stream.of(
                                email("").clearKind(),
                                email("4012888888881881").setKind(IdentifierKind.IDENTIFIER_KIND_CARD),
                                email("17")
                                        .setKind(IdentifierKind.IDENTIFIER_KIND_CUSTOM)
                                        .setName("badge"))
                        .flatMap(contact -> spoilt("kind", contact.setValue("4012888888881881")))));
    }

    @TestFactory
    Stream<DynamicTest> addresses() {
        return BadInput.allRefused(Stream.of(
                        email("ada"),
                        email("ada@shop@example"),
                        email(""),
                        email("a\0@shop.example"),
                        phone().setValue("030 1234567"),
                        phone().setValue("+0 1"))
                .flatMap(contact -> spoilt("value", contact)));
    }

    @TestFactory
    Stream<DynamicTest> limits() {
        return BadInput.allRefused(Stream.of(
                record("claimable_days", request -> request.setClaimableDays(-1)),
                record("claimable_days", request -> request.setClaimableDays(1_096)),
                record("activity", RecordGuestActivityRequest.Builder::clearActivity),
                claim("order_id", request -> request.setOrderId("x".repeat(129))),
                claim("order_id", request -> request.setOrderId("nul\0")),
                claim("actor", request -> request.setActor("x".repeat(129))),
                claim("actor", request -> request.setActor("käthe"))));
    }

    private static Identifier.Builder email(String address) {
        return Identifier.newBuilder()
                .setKind(IdentifierKind.IDENTIFIER_KIND_EMAIL)
                .setValue(address);
    }

    private static Identifier.Builder phone() {
        return Identifier.newBuilder()
                .setKind(IdentifierKind.IDENTIFIER_KIND_PHONE)
                .setValue("+49 30 1234567");
    }

    private static Stream<BadInput> spoilt(String field, Identifier.Builder contact) {
        return Stream.of(
                record("identifiers[0]." + field, request -> request.setIdentifiers(0, contact)),
                claim("identifier." + field, request -> request.setIdentifier(contact)),
                delete("identifier." + field, request -> request.setIdentifier(contact)));
    }

    private static BadInput fact(String field, Consumer<GuestActivity.Builder> spoil) {
        return record("activity." + field, request -> spoil.accept(request.getActivityBuilder()));
    }

    private static BadInput record(String field, Consumer<RecordGuestActivityRequest.Builder> spoil) {
        RecordGuestActivityRequest.Builder request = RecordGuestActivityRequest.newBuilder()
                .setActivity(GuestActivity.newBuilder()
                        .setSource("shop")
                        .setExternalId("g1")
                        .setOccurredAt(Timestamp.newBuilder().setSeconds(1_700_000_000))
                        .setPurchase(Purchase.newBuilder()
                                .setOrderId("g1")
                                .setCurrency("EUR")
                                .addLines(OrderLine.newBuilder().setQuantity(1).setAmount(100))))
                .addIdentifiers(email("ada@shop.example"));
        spoil.accept(request);
        return new BadInput("RecordGuestActivity", field, () -> STUB.recordGuestActivity(request.build()));
    }

    private static BadInput delete(String field, Consumer<DeleteGuestOrdersRequest.Builder> spoil) {
        DeleteGuestOrdersRequest.Builder request =
                DeleteGuestOrdersRequest.newBuilder().setIdentifier(email("ada@shop.example"));
        spoil.accept(request);
        return new BadInput("DeleteGuestOrders", field, () -> STUB.deleteGuestOrders(request.build()));
    }

    private static BadInput claim(String field, Consumer<ClaimGuestOrdersRequest.Builder> spoil) {
        ClaimGuestOrdersRequest.Builder request = ClaimGuestOrdersRequest.newBuilder()
                .setMemberId("ada")
                .setIdentifier(email("ada@shop.example"))
                .setActor("desk 4")
                .setRequestId("claim-1");
        spoil.accept(request);
        return new BadInput("ClaimGuestOrders", field, () -> STUB.claimGuestOrders(request.build()));
    }
}
