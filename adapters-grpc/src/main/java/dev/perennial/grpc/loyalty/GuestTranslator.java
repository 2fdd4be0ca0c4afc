package dev.perennial.grpc.loyalty;

import dev.perennial.application.activity.ClaimedOrders;
import dev.perennial.application.activity.ClaimedOrders.ClaimedOrder;
import dev.perennial.application.activity.GuestActivities;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.GuestContact;
import dev.perennial.contract.activity.v1.Activity;
import dev.perennial.contract.loyalty.v1.ClaimGuestOrdersRequest;
import dev.perennial.contract.loyalty.v1.ClaimGuestOrdersResponse;
import dev.perennial.contract.loyalty.v1.ClaimedGuestOrder;
import dev.perennial.contract.loyalty.v1.GuestActivity;
import dev.perennial.contract.loyalty.v1.RecordGuestActivityRequest;
import dev.perennial.contract.loyalty.v1.WaitingGuestOrder;
import dev.perennial.contract.member.v1.Identifier;
import dev.perennial.domain.loyalty.Consequences;
import dev.perennial.domain.loyalty.guest.GuestOrder;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.grpc.activity.ActivityTranslator;
import dev.perennial.grpc.activity.ConsequencesTranslator;
import dev.perennial.grpc.ledger.LedgerTranslator;
import dev.perennial.grpc.member.IdentifierTranslator;
import dev.perennial.grpc.shared.Identities;
import dev.perennial.grpc.shared.Times;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Guests' orders, both ways. */
final class GuestTranslator {

    private GuestTranslator() {}

    /** The same fact as a member's would be, of nobody. */
    static Activity activity(GuestActivity guest) {
        Activity.Builder activity = Activity.newBuilder()
                .setSource(guest.getSource())
                .setExternalId(guest.getExternalId())
                .setHistorical(guest.getHistorical())
                .setStore(guest.getStore())
                .setBrand(guest.getBrand())
                .setChannel(guest.getChannel())
                .setPartner(guest.getPartner())
                .putAllAttributes(guest.getAttributesMap());
        if (guest.hasOccurredAt()) {
            activity.setOccurredAt(guest.getOccurredAt());
        }
        switch (guest.getDetailCase()) {
            case PURCHASE -> activity.setPurchase(guest.getPurchase());
            case REFUND -> activity.setRefund(guest.getRefund());
            case DETAIL_NOT_SET -> {}
        }
        return activity.build();
    }

    static GuestActivities.Telling telling(Tenant tenant, RecordGuestActivityRequest request) {
        return new GuestActivities.Telling(
                ActivityTranslator.toDomain(activity(request.getActivity())),
                contact(tenant, request.getIdentifiersList()),
                request.getClaimableDays() == 0 ? GuestOrder.CLAIMABLE : Duration.ofDays(request.getClaimableDays()),
                Identities.fingerprint(tenant, request));
    }

    static GuestActivities.Claim claim(Tenant tenant, ClaimGuestOrdersRequest request) {
        return new GuestActivities.Claim(
                new MemberId(request.getMemberId()),
                contact(tenant, List.of(request.getIdentifier())),
                Optional.of(request.getOrderId()).filter(id -> !id.isEmpty()),
                request.getActor());
    }

    static GuestContact contact(Tenant tenant, List<Identifier> identifiers) {
        return GuestContact.of(
                tenant, identifiers.stream().map(IdentifierTranslator::toDomain).toList());
    }

    static WaitingGuestOrder waiting(GuestOrder order) {
        return WaitingGuestOrder.newBuilder()
                .setOrderId(order.id())
                .setClaimableUntil(Times.toProto(order.claimableUntil()))
                .setPurchased(order.boughtAt() != null)
                .build();
    }

    static ClaimGuestOrdersResponse claimed(ClaimedOrders claimed) {
        return ClaimGuestOrdersResponse.newBuilder()
                .addAllOrders(
                        claimed.orders().stream().map(GuestTranslator::claimed).toList())
                .addAllBalances(LedgerTranslator.balances(claimed.member().wallet()))
                .setMemberSeq(claimed.member().sequence())
                .setMore(claimed.more())
                .build();
    }

    private static ClaimedGuestOrder claimed(ClaimedOrder order) {
        ClaimedGuestOrder.Builder proto =
                ClaimedGuestOrder.newBuilder().setOrderId(order.orderId()).setRecordedBefore(order.recordedBefore());
        for (Consequences fact : order.facts()) {
            proto.addActivityNumbers(fact.activityNumber()).addAllEntries(LedgerTranslator.entries(fact.entries()));
        }
        return proto.addAllNotes(order.facts().stream()
                        .flatMap(fact -> fact.notes().stream())
                        .distinct()
                        .map(ConsequencesTranslator::note)
                        .toList())
                .build();
    }
}
