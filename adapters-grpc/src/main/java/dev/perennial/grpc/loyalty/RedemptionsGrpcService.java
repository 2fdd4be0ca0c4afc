package dev.perennial.grpc.loyalty;

import dev.perennial.application.loyalty.reward.Redemptions;
import dev.perennial.application.shared.Tenant;
import dev.perennial.contract.loyalty.v1.CancelReservationRequest;
import dev.perennial.contract.loyalty.v1.CancelReservationResponse;
import dev.perennial.contract.loyalty.v1.GetRedemptionRequest;
import dev.perennial.contract.loyalty.v1.GetRedemptionResponse;
import dev.perennial.contract.loyalty.v1.ListRedemptionsRequest;
import dev.perennial.contract.loyalty.v1.ListRedemptionsResponse;
import dev.perennial.contract.loyalty.v1.RedeemReservationRequest;
import dev.perennial.contract.loyalty.v1.RedeemReservationResponse;
import dev.perennial.contract.loyalty.v1.RedemptionServiceGrpc;
import dev.perennial.contract.loyalty.v1.ReverseRedemptionRequest;
import dev.perennial.contract.loyalty.v1.ReverseRedemptionResponse;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Result;
import dev.perennial.grpc.ledger.LedgerTranslator;
import dev.perennial.grpc.shared.Caller;
import dev.perennial.grpc.shared.Identities;
import dev.perennial.grpc.shared.Paging;
import dev.perennial.grpc.shared.Replies;
import io.grpc.stub.StreamObserver;

/** What becomes of rewards that members have asked for. */
public final class RedemptionsGrpcService extends RedemptionServiceGrpc.RedemptionServiceImplBase {

    private final Redemptions redemptions;
    private final SignedVouchers signed;

    public RedemptionsGrpcService(Redemptions redemptions, SignedVouchers signed) {
        this.redemptions = redemptions;
        this.signed = signed;
    }

    @Override
    public void getRedemption(GetRedemptionRequest request, StreamObserver<GetRedemptionResponse> observer) {
        Tenant tenant = Caller.tenant();
        Replies.send(
                redemptions
                        .get(tenant, new MemberId(request.getMemberId()), request.getRedemptionNumber())
                        .map(told -> GetRedemptionResponse.newBuilder()
                                .setRedemption(RedemptionTranslator.redemption(told, signed.whenNeeded(tenant)))
                                .build()),
                observer);
    }

    @Override
    public void listRedemptions(ListRedemptionsRequest request, StreamObserver<ListRedemptionsResponse> observer) {
        Tenant tenant = Caller.tenant();
        ListRedemptionsRequest query =
                request.toBuilder().clearPageSize().clearPageToken().build();
        Result<Paging> paging = Paging.of(tenant, query, request.getPageSize(), request.getPageToken(), Long.MAX_VALUE);
        Replies.send(paging.then(page -> page(tenant, new MemberId(query.getMemberId()), page)), observer);
    }

    private Result<ListRedemptionsResponse> page(Tenant tenant, MemberId member, Paging page) {
        Signing signing = signed.whenNeeded(tenant);
        return redemptions
                .list(tenant, member, page.position(), page.limit())
                .map(found -> ListRedemptionsResponse.newBuilder()
                        .addAllRedemptions(page.page(found).stream()
                                .map(told -> RedemptionTranslator.redemption(told, signing))
                                .toList())
                        .setNextPageToken(
                                page.nextToken(found, told -> told.redemption().number()))
                        .build());
    }

    @Override
    public void redeemReservation(
            RedeemReservationRequest request, StreamObserver<RedeemReservationResponse> observer) {
        Tenant tenant = Caller.tenant();
        Signing signing = signed.atHand(tenant);
        Replies.send(
                redemptions.redeem(
                        tenant,
                        new MemberId(request.getMemberId()),
                        request.getRedemptionNumber(),
                        Identities.command(tenant, request.getRequestId(), request),
                        redeemed -> {
                            MemberState after = redeemed.decision().after();
                            return Replies.payload(RedeemReservationResponse.newBuilder()
                                    .setRedemption(RedemptionTranslator.redemption(redeemed, signing))
                                    .addAllBalances(LedgerTranslator.balances(after.wallet()))
                                    .setMemberSeq(after.sequence())
                                    .build());
                        }),
                RedeemReservationResponse.parser(),
                observer);
    }

    @Override
    public void cancelReservation(
            CancelReservationRequest request, StreamObserver<CancelReservationResponse> observer) {
        Tenant tenant = Caller.tenant();
        Replies.send(
                redemptions.cancel(
                        tenant,
                        new MemberId(request.getMemberId()),
                        request.getRedemptionNumber(),
                        Identities.command(tenant, request.getRequestId(), request),
                        cancelled -> {
                            MemberState after = cancelled.decision().after();
                            return Replies.payload(CancelReservationResponse.newBuilder()
                                    .setRedemption(RedemptionTranslator.redemption(cancelled, Signing.NONE))
                                    .addAllBalances(LedgerTranslator.balances(after.wallet()))
                                    .setMemberSeq(after.sequence())
                                    .build());
                        }),
                CancelReservationResponse.parser(),
                observer);
    }

    @Override
    public void reverseRedemption(
            ReverseRedemptionRequest request, StreamObserver<ReverseRedemptionResponse> observer) {
        Tenant tenant = Caller.tenant();
        Replies.send(
                redemptions.reverse(
                        tenant,
                        new MemberId(request.getMemberId()),
                        request.getRedemptionNumber(),
                        request.getReason(),
                        Identities.command(tenant, request.getRequestId(), request),
                        reversed -> {
                            MemberState after = reversed.decision().after();
                            return Replies.payload(ReverseRedemptionResponse.newBuilder()
                                    .setRedemption(RedemptionTranslator.redemption(reversed, Signing.NONE))
                                    .addAllBalances(LedgerTranslator.balances(after.wallet()))
                                    .setMemberSeq(after.sequence())
                                    .build());
                        }),
                ReverseRedemptionResponse.parser(),
                observer);
    }
}
