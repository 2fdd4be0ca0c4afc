package dev.perennial.bootstrap.story;

import com.google.protobuf.util.Timestamps;
import dev.perennial.contract.activity.v1.ActivityServiceGrpc;
import dev.perennial.contract.activity.v1.ActivityServiceGrpc.ActivityServiceBlockingStub;
import dev.perennial.contract.activity.v1.ActivityServiceGrpc.ActivityServiceStub;
import dev.perennial.contract.activity.v1.OrderLine;
import dev.perennial.contract.activity.v1.Purchase;
import dev.perennial.contract.activity.v1.Refund;
import dev.perennial.contract.insight.v1.InsightServiceGrpc;
import dev.perennial.contract.insight.v1.InsightServiceGrpc.InsightServiceBlockingStub;
import dev.perennial.contract.ledger.v1.AdjustUnitsRequest;
import dev.perennial.contract.ledger.v1.AdjustUnitsResponse;
import dev.perennial.contract.ledger.v1.GetBalancesRequest;
import dev.perennial.contract.ledger.v1.LedgerServiceGrpc;
import dev.perennial.contract.ledger.v1.LedgerServiceGrpc.LedgerServiceBlockingStub;
import dev.perennial.contract.loyalty.v1.CheckoutServiceGrpc;
import dev.perennial.contract.loyalty.v1.CheckoutServiceGrpc.CheckoutServiceBlockingStub;
import dev.perennial.contract.loyalty.v1.ClubServiceGrpc;
import dev.perennial.contract.loyalty.v1.ClubServiceGrpc.ClubServiceBlockingStub;
import dev.perennial.contract.loyalty.v1.LeaderboardServiceGrpc;
import dev.perennial.contract.loyalty.v1.LeaderboardServiceGrpc.LeaderboardServiceBlockingStub;
import dev.perennial.contract.loyalty.v1.LoyaltyServiceGrpc;
import dev.perennial.contract.loyalty.v1.LoyaltyServiceGrpc.LoyaltyServiceBlockingStub;
import dev.perennial.contract.loyalty.v1.PoolServiceGrpc;
import dev.perennial.contract.loyalty.v1.PoolServiceGrpc.PoolServiceBlockingStub;
import dev.perennial.contract.loyalty.v1.RedemptionServiceGrpc;
import dev.perennial.contract.loyalty.v1.RedemptionServiceGrpc.RedemptionServiceBlockingStub;
import dev.perennial.contract.loyalty.v1.RewardServiceGrpc;
import dev.perennial.contract.loyalty.v1.RewardServiceGrpc.RewardServiceBlockingStub;
import dev.perennial.contract.loyalty.v1.StandingServiceGrpc;
import dev.perennial.contract.loyalty.v1.StandingServiceGrpc.StandingServiceBlockingStub;
import dev.perennial.contract.loyalty.v1.TransferServiceGrpc;
import dev.perennial.contract.loyalty.v1.TransferServiceGrpc.TransferServiceBlockingStub;
import dev.perennial.contract.loyalty.v1.VoucherServiceGrpc;
import dev.perennial.contract.loyalty.v1.VoucherServiceGrpc.VoucherServiceBlockingStub;
import dev.perennial.contract.loyalty.v1.WalletServiceGrpc;
import dev.perennial.contract.loyalty.v1.WalletServiceGrpc.WalletServiceBlockingStub;
import dev.perennial.contract.member.v1.EnrolMemberRequest;
import dev.perennial.contract.member.v1.MemberServiceGrpc;
import dev.perennial.contract.member.v1.MemberServiceGrpc.MemberServiceBlockingStub;
import dev.perennial.contract.program.v1.ProgramServiceGrpc;
import dev.perennial.contract.program.v1.ProgramServiceGrpc.ProgramServiceBlockingStub;
import dev.perennial.contract.sandbox.v1.AdvanceClockRequest;
import dev.perennial.contract.sandbox.v1.AdvanceClockResponse;
import dev.perennial.contract.sandbox.v1.SandboxServiceGrpc;
import dev.perennial.contract.sandbox.v1.SandboxServiceGrpc.SandboxServiceBlockingStub;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A tenant's own service: it calls the platform over gRPC with its key, as any microservice would. */
public final class Shop {

    static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    final ProgramServiceBlockingStub programs;
    final MemberServiceBlockingStub members;
    final ActivityServiceBlockingStub activities;
    final ActivityServiceStub activityStream;
    final LedgerServiceBlockingStub ledger;
    final StandingServiceBlockingStub standing;
    final LoyaltyServiceBlockingStub loyalty;
    final RewardServiceBlockingStub rewards;
    final WalletServiceBlockingStub wallets;
    final RedemptionServiceBlockingStub redemptions;
    final VoucherServiceBlockingStub vouchers;
    final TransferServiceBlockingStub transfers;
    final PoolServiceBlockingStub pools;
    final CheckoutServiceBlockingStub checkouts;
    final LeaderboardServiceBlockingStub leaderboards;
    final ClubServiceBlockingStub clubs;
    final InsightServiceBlockingStub insight;
    final SandboxServiceBlockingStub sandbox;
    /** Carries the shop's key with every call, so that stories can make stubs of their own. */
    public final Channel channel;

    final String name;
    final String key;

    Shop(String name, Channel connection, String key) {
        this.name = name;
        this.key = key;
        Metadata headers = new Metadata();
        headers.put(AUTHORIZATION, "Bearer " + key);
        channel = ClientInterceptors.intercept(connection, MetadataUtils.newAttachHeadersInterceptor(headers));
        programs = ProgramServiceGrpc.newBlockingStub(channel);
        members = MemberServiceGrpc.newBlockingStub(channel);
        activities = ActivityServiceGrpc.newBlockingStub(channel);
        activityStream = ActivityServiceGrpc.newStub(channel);
        ledger = LedgerServiceGrpc.newBlockingStub(channel);
        loyalty = LoyaltyServiceGrpc.newBlockingStub(channel);
        wallets = WalletServiceGrpc.newBlockingStub(channel);
        rewards = RewardServiceGrpc.newBlockingStub(channel);
        redemptions = RedemptionServiceGrpc.newBlockingStub(channel);
        vouchers = VoucherServiceGrpc.newBlockingStub(channel);
        transfers = TransferServiceGrpc.newBlockingStub(channel);
        pools = PoolServiceGrpc.newBlockingStub(channel);
        checkouts = CheckoutServiceGrpc.newBlockingStub(channel);
        leaderboards = LeaderboardServiceGrpc.newBlockingStub(channel);
        clubs = ClubServiceGrpc.newBlockingStub(channel);
        standing = StandingServiceGrpc.newBlockingStub(channel);
        insight = InsightServiceGrpc.newBlockingStub(channel);
        sandbox = SandboxServiceGrpc.newBlockingStub(channel);
    }

    /** Applies a program at once. */
    Shop runs(AProgram program) {
        programs.applyProgram(program.application("program-" + UUID.randomUUID()));
        return this;
    }

    /** Enrols somebody of whom nothing is known. */
    Shop enrols(String member) {
        members.enrolMember(EnrolMemberRequest.newBuilder()
                .setMemberId(member)
                .setRequestId("enrol-" + member)
                .build());
        return this;
    }

    Fact buys(String member, String order, long cents) {
        return Fact.of(this, member, order)
                .purchase(Purchase.newBuilder()
                        .setOrderId(order)
                        .setCurrency("EUR")
                        .addLines(OrderLine.newBuilder().setQuantity(1).setAmount(cents))
                        .build());
    }

    /** Money goes back; the refund's id says which of several it is. */
    Fact refunds(String member, String order, String id, long cents) {
        return Fact.of(this, member, id)
                .refund(Refund.newBuilder().setOrderId(order).setAmount(cents).build());
    }

    /** One period of a membership. */
    Fact pays(String member, String plan, String id) {
        return Fact.of(this, member, id).membershipPayment(plan);
    }

    Fact visits(String member, String id) {
        return Fact.of(this, member, id).visit();
    }

    AdjustUnitsRequest adjustment(String member, long amount, String requestId) {
        return AdjustUnitsRequest.newBuilder()
                .setMemberId(member)
                .setUnit("points")
                .setAmount(amount)
                .setReason("a correction")
                .setRequestId(requestId)
                .build();
    }

    AdjustUnitsResponse adjusts(String member, long amount, String requestId) {
        return ledger.adjustUnits(adjustment(member, amount, requestId));
    }

    /** Moves the shop's own clock, and returns the last word about it. */
    AdvanceClockResponse advances(Instant to) {
        AdvanceClockRequest request = AdvanceClockRequest.newBuilder()
                .setTo(Timestamps.fromMillis(to.toEpochMilli()))
                .build();
        List<AdvanceClockResponse> replies = new ArrayList<>();
        sandbox.advanceClock(request).forEachRemaining(replies::add);
        return replies.getLast();
    }

    /** What the member has of the unit {@code points}. */
    Points points(String member) {
        return Points.of(ledger.getBalances(
                GetBalancesRequest.newBuilder().setMemberId(member).build()));
    }
}
