package dev.perennial.grpc.loyalty;

import dev.perennial.application.loyalty.Expectations;
import dev.perennial.application.loyalty.reward.Rewards;
import dev.perennial.application.loyalty.reward.Rewards.Catalogue;
import dev.perennial.application.shared.Tenant;
import dev.perennial.contract.loyalty.v1.ExplainRewardRequest;
import dev.perennial.contract.loyalty.v1.ExplainRewardResponse;
import dev.perennial.contract.loyalty.v1.ListRewardsRequest;
import dev.perennial.contract.loyalty.v1.ListRewardsResponse;
import dev.perennial.contract.loyalty.v1.RedeemRewardRequest;
import dev.perennial.contract.loyalty.v1.RedeemRewardResponse;
import dev.perennial.contract.loyalty.v1.ReserveRewardRequest;
import dev.perennial.contract.loyalty.v1.ReserveRewardResponse;
import dev.perennial.contract.loyalty.v1.RewardServiceGrpc;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.grpc.ledger.LedgerTranslator;
import dev.perennial.grpc.shared.Caller;
import dev.perennial.grpc.shared.Identities;
import dev.perennial.grpc.shared.Replies;
import io.grpc.stub.StreamObserver;

/** What members can have for their units. */
public final class RewardsGrpcService extends RewardServiceGrpc.RewardServiceImplBase {

    private final Rewards rewards;
    private final SignedVouchers signed;

    public RewardsGrpcService(Rewards rewards, SignedVouchers signed) {
        this.rewards = rewards;
        this.signed = signed;
    }

    @Override
    public void listRewards(ListRewardsRequest request, StreamObserver<ListRewardsResponse> observer) {
        Replies.send(
                rewards.list(Caller.tenant(), new MemberId(request.getMemberId()))
                        .map(catalogue -> list(catalogue, request.getLocale())),
                observer);
    }

    private static ListRewardsResponse list(Catalogue catalogue, String asked) {
        String locale = asked.isEmpty() ? catalogue.member().traits().locale() : asked;
        return ListRewardsResponse.newBuilder()
                .addAllRewards(catalogue.offers().stream()
                        .map(offer -> OfferTranslator.offer(offer, locale))
                        .toList())
                .setMemberSeq(catalogue.member().sequence())
                .build();
    }

    @Override
    public void explainReward(ExplainRewardRequest request, StreamObserver<ExplainRewardResponse> observer) {
        Replies.send(
                rewards.explain(Caller.tenant(), new MemberId(request.getMemberId()), request.getRewardId())
                        .map(OfferTranslator::explanation),
                observer);
    }

    @Override
    public void reserveReward(ReserveRewardRequest request, StreamObserver<ReserveRewardResponse> observer) {
        Tenant tenant = Caller.tenant();
        Expectations expectations = Expectations.told(
                request.hasExpectedMemberSeq(),
                request.getExpectedMemberSeq(),
                request.hasExpectedProgramVersion(),
                request.getExpectedProgramVersion());
        Replies.send(
                rewards.reserve(
                        tenant,
                        new MemberId(request.getMemberId()),
                        request.getRewardId(),
                        expectations,
                        Identities.command(tenant, request.getRequestId(), request),
                        reserved -> {
                            MemberState after = reserved.decision().after();
                            return Replies.payload(ReserveRewardResponse.newBuilder()
                                    .setRedemption(RedemptionTranslator.redemption(reserved, Signing.NONE))
                                    .addAllBalances(LedgerTranslator.balances(after.wallet()))
                                    .setMemberSeq(after.sequence())
                                    .build());
                        }),
                ReserveRewardResponse.parser(),
                observer);
    }

    @Override
    public void redeemReward(RedeemRewardRequest request, StreamObserver<RedeemRewardResponse> observer) {
        Tenant tenant = Caller.tenant();
        Signing signing = signed.atHand(tenant);
        Expectations expectations = Expectations.told(
                request.hasExpectedMemberSeq(),
                request.getExpectedMemberSeq(),
                request.hasExpectedProgramVersion(),
                request.getExpectedProgramVersion());
        Replies.send(
                rewards.redeem(
                        tenant,
                        new MemberId(request.getMemberId()),
                        request.getRewardId(),
                        expectations,
                        Identities.command(tenant, request.getRequestId(), request),
                        redeemed -> {
                            MemberState after = redeemed.decision().after();
                            return Replies.payload(RedeemRewardResponse.newBuilder()
                                    .setRedemption(RedemptionTranslator.redemption(redeemed, signing))
                                    .addAllBalances(LedgerTranslator.balances(after.wallet()))
                                    .setMemberSeq(after.sequence())
                                    .build());
                        }),
                RedeemRewardResponse.parser(),
                observer);
    }
}
