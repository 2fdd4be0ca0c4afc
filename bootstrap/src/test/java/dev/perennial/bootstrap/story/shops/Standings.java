package dev.perennial.bootstrap.story.shops;

import dev.perennial.contract.loyalty.v1.CancelMembershipRequest;
import dev.perennial.contract.loyalty.v1.CancellationTime;
import dev.perennial.contract.loyalty.v1.GetStandingRequest;
import dev.perennial.contract.loyalty.v1.GrantedBenefit;
import dev.perennial.contract.loyalty.v1.MatchStatusRequest;
import dev.perennial.contract.loyalty.v1.Membership;
import dev.perennial.contract.loyalty.v1.Standing;
import dev.perennial.contract.loyalty.v1.StandingServiceGrpc;
import dev.perennial.contract.loyalty.v1.StandingServiceGrpc.StandingServiceBlockingStub;
import dev.perennial.contract.loyalty.v1.StartTrialRequest;
import java.util.List;

/** The levels and memberships of a shop's members: what they have now, and what can be asked for. */
final class Standings {

    private final ExampleShop shop;
    private final StandingServiceBlockingStub service;

    Standings(ExampleShop shop) {
        this.shop = shop;
        this.service = StandingServiceGrpc.newBlockingStub(shop.channel);
    }

    Standing of(String member) {
        return service.getStanding(
                        GetStandingRequest.newBuilder().setMemberId(member).build())
                .getStanding();
    }

    /** The id of the member's level; empty for none. */
    String level(String member) {
        return of(member).getLevel().getId();
    }

    /** By their ids, those of the level and those of each plan. */
    List<String> benefits(String member) {
        return of(member).getBenefitsList().stream().map(GrantedBenefit::getId).toList();
    }

    /** Of the one plan that the member has: {@code plus ACTIVE until 2026-02-28T12:00}. */
    String membership(String member) {
        Membership membership = of(member).getMemberships(0);
        return membership.getPlan() + " " + membership.getState().name().replace("MEMBERSHIP_STATE_", "")
                + (membership.hasUntil() ? " until " + shop.diary.local(membership.getUntil()) : "");
    }

    List<String> tries(String member, String plan) {
        var _ = service.startTrial(StartTrialRequest.newBuilder()
                .setMemberId(member)
                .setPlan(plan)
                .setRequestId(shop.newKey())
                .build());
        return shop.happenedTo(member);
    }

    List<String> cancelsAtPeriodEnd(String member, String plan) {
        return cancels(member, plan, CancellationTime.CANCELLATION_TIME_PERIOD_END);
    }

    List<String> cancelsNow(String member, String plan) {
        return cancels(member, plan, CancellationTime.CANCELLATION_TIME_NOW);
    }

    private List<String> cancels(String member, String plan, CancellationTime when) {
        var _ = service.cancelMembership(CancelMembershipRequest.newBuilder()
                .setMemberId(member)
                .setPlan(plan)
                .setWhen(when)
                .setRequestId(shop.newKey())
                .build());
        return shop.happenedTo(member);
    }

    List<String> matches(String member, String level, String partner, String proof) {
        var _ = service.matchStatus(MatchStatusRequest.newBuilder()
                .setMemberId(member)
                .setLevel(level)
                .setPartner(partner)
                .setProof(proof)
                .setRequestId(shop.newKey())
                .build());
        return shop.happenedTo(member);
    }
}
