package dev.perennial.grpc.loyalty;

import dev.perennial.application.activity.ClaimedOrders;
import dev.perennial.application.activity.GuestActivities;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.Tenant;
import dev.perennial.contract.loyalty.v1.ClaimGuestOrdersRequest;
import dev.perennial.contract.loyalty.v1.ClaimGuestOrdersResponse;
import dev.perennial.contract.loyalty.v1.DeleteGuestOrdersRequest;
import dev.perennial.contract.loyalty.v1.DeleteGuestOrdersResponse;
import dev.perennial.contract.loyalty.v1.GuestOrderServiceGrpc;
import dev.perennial.contract.loyalty.v1.RecordGuestActivityRequest;
import dev.perennial.contract.loyalty.v1.RecordGuestActivityResponse;
import dev.perennial.domain.loyalty.Consequences;
import dev.perennial.domain.loyalty.guest.GuestOrder;
import dev.perennial.domain.shared.Result;
import dev.perennial.grpc.activity.ConsequencesTranslator;
import dev.perennial.grpc.shared.Caller;
import dev.perennial.grpc.shared.Identities;
import dev.perennial.grpc.shared.Replies;
import io.grpc.stub.StreamObserver;
import java.util.List;

/** Orders of customers who are no members yet. */
public final class GuestOrdersGrpcService extends GuestOrderServiceGrpc.GuestOrderServiceImplBase {

    private final GuestActivities guests;

    public GuestOrdersGrpcService(GuestActivities guests) {
        this.guests = guests;
    }

    @Override
    public void recordGuestActivity(
            RecordGuestActivityRequest request, StreamObserver<RecordGuestActivityResponse> observer) {
        Tenant tenant = Caller.tenant();
        Replies.send(
                guests.record(
                        tenant,
                        GuestTranslator.telling(tenant, request),
                        GuestOrdersGrpcService::kept,
                        GuestOrdersGrpcService::recorded),
                RecordGuestActivityResponse.parser(),
                observer);
    }

    private static Payload kept(GuestOrder order) {
        return Replies.payload(RecordGuestActivityResponse.newBuilder()
                .setWaiting(GuestTranslator.waiting(order))
                .build());
    }

    private static Payload recorded(Consequences consequences) {
        return Replies.payload(RecordGuestActivityResponse.newBuilder()
                .setConsequences(ConsequencesTranslator.toProto(consequences))
                .build());
    }

    @Override
    public void claimGuestOrders(ClaimGuestOrdersRequest request, StreamObserver<ClaimGuestOrdersResponse> observer) {
        Tenant tenant = Caller.tenant();
        Replies.send(
                guests.claim(
                        tenant,
                        GuestTranslator.claim(tenant, request),
                        Identities.command(tenant, request.getRequestId(), request),
                        GuestOrdersGrpcService::claimed),
                ClaimGuestOrdersResponse.parser(),
                observer);
    }

    @Override
    public void deleteGuestOrders(
            DeleteGuestOrdersRequest request, StreamObserver<DeleteGuestOrdersResponse> observer) {
        Tenant tenant = Caller.tenant();
        GuestActivities.Deleted deleted =
                guests.delete(tenant, GuestTranslator.contact(tenant, List.of(request.getIdentifier())));
        Replies.send(
                Result.ok(DeleteGuestOrdersResponse.newBuilder()
                        .setOrders(deleted.orders())
                        .setMore(deleted.more())
                        .build()),
                observer);
    }

    private static Payload claimed(ClaimedOrders claimed) {
        return Replies.payload(GuestTranslator.claimed(claimed));
    }
}
