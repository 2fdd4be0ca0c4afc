package dev.perennial.bootstrap.story;

import com.google.protobuf.util.Timestamps;
import dev.perennial.contract.activity.v1.OrderLine;
import dev.perennial.contract.activity.v1.Purchase;
import dev.perennial.contract.activity.v1.Refund;
import dev.perennial.contract.loyalty.v1.ClaimGuestOrdersRequest;
import dev.perennial.contract.loyalty.v1.ClaimGuestOrdersResponse;
import dev.perennial.contract.loyalty.v1.ClaimedGuestOrder;
import dev.perennial.contract.loyalty.v1.DeleteGuestOrdersRequest;
import dev.perennial.contract.loyalty.v1.DeleteGuestOrdersResponse;
import dev.perennial.contract.loyalty.v1.GuestActivity;
import dev.perennial.contract.loyalty.v1.GuestOrderServiceGrpc;
import dev.perennial.contract.loyalty.v1.GuestOrderServiceGrpc.GuestOrderServiceBlockingStub;
import dev.perennial.contract.loyalty.v1.RecordGuestActivityRequest;
import dev.perennial.contract.loyalty.v1.RecordGuestActivityResponse;
import dev.perennial.contract.member.v1.Identifier;
import dev.perennial.contract.member.v1.IdentifierKind;
import java.time.Instant;
import java.util.List;

/** Who buys without being a member: {@code guests.buys("ada@shop.example", "g1", euros(50), day(1))}. */
final class Guests {

    final GuestOrderServiceBlockingStub stub;

    Guests(Shop shop) {
        this.stub = GuestOrderServiceGrpc.newBlockingStub(shop.channel);
    }

    static Identifier email(String address) {
        return Identifier.newBuilder()
                .setKind(IdentifierKind.IDENTIFIER_KIND_EMAIL)
                .setValue(address)
                .build();
    }

    static Identifier phone(String number) {
        return Identifier.newBuilder()
                .setKind(IdentifierKind.IDENTIFIER_KIND_PHONE)
                .setValue(number)
                .build();
    }

    /** An order whose fact has its id. */
    static RecordGuestActivityRequest.Builder purchase(String order, long cents, Instant at) {
        return RecordGuestActivityRequest.newBuilder()
                .setActivity(fact(order, at)
                        .setPurchase(Purchase.newBuilder()
                                .setOrderId(order)
                                .setCurrency("EUR")
                                .addLines(OrderLine.newBuilder().setQuantity(1).setAmount(cents))));
    }

    static RecordGuestActivityRequest.Builder refund(String order, String id, long cents, Instant at) {
        return RecordGuestActivityRequest.newBuilder()
                .setActivity(fact(id, at)
                        .setRefund(Refund.newBuilder().setOrderId(order).setAmount(cents)));
    }

    private static GuestActivity.Builder fact(String id, Instant at) {
        return GuestActivity.newBuilder()
                .setSource("shop")
                .setExternalId(id)
                .setOccurredAt(Timestamps.fromMillis(at.toEpochMilli()));
    }

    /** It happens at that moment and is told at once, or now when the clock is past it already. */
    RecordGuestActivityResponse buys(String address, String order, long cents, Instant at) {
        Platform.reach(at);
        return tells(purchase(order, cents, at).addIdentifiers(email(address)));
    }

    RecordGuestActivityResponse returns(String order, String id, long cents, Instant at) {
        Platform.reach(at);
        return tells(refund(order, id, cents, at));
    }

    RecordGuestActivityResponse tells(RecordGuestActivityRequest.Builder request) {
        return stub.recordGuestActivity(request.build());
    }

    Reply<RecordGuestActivityResponse> reply(RecordGuestActivityRequest.Builder request) {
        return Reply.of(stub, guests -> guests.recordGuestActivity(request.build()));
    }

    static ClaimGuestOrdersRequest.Builder claim(String member, Identifier by, String request) {
        return ClaimGuestOrdersRequest.newBuilder()
                .setMemberId(member)
                .setIdentifier(by)
                .setRequestId(request);
    }

    ClaimGuestOrdersResponse claims(String member, String address, String request) {
        return stub.claimGuestOrders(claim(member, email(address), request).build());
    }

    DeleteGuestOrdersResponse deletes(String address) {
        return stub.deleteGuestOrders(DeleteGuestOrdersRequest.newBuilder()
                .setIdentifier(email(address))
                .build());
    }

    static List<String> orders(ClaimGuestOrdersResponse claimed) {
        return claimed.getOrdersList().stream()
                .map(ClaimedGuestOrder::getOrderId)
                .toList();
    }
}
