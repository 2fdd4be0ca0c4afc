package dev.perennial.grpc.shared;

import dev.perennial.contract.activity.v1.ActivityServiceGrpc;
import dev.perennial.contract.activity.v1.ActivityServiceGrpc.ActivityServiceBlockingStub;
import dev.perennial.contract.insight.v1.InsightServiceGrpc;
import dev.perennial.contract.insight.v1.InsightServiceGrpc.InsightServiceBlockingStub;
import dev.perennial.contract.ledger.v1.LedgerServiceGrpc;
import dev.perennial.contract.ledger.v1.LedgerServiceGrpc.LedgerServiceBlockingStub;
import dev.perennial.contract.loyalty.v1.ClubServiceGrpc;
import dev.perennial.contract.loyalty.v1.ClubServiceGrpc.ClubServiceBlockingStub;
import dev.perennial.contract.loyalty.v1.LeaderboardServiceGrpc;
import dev.perennial.contract.loyalty.v1.LeaderboardServiceGrpc.LeaderboardServiceBlockingStub;
import dev.perennial.contract.loyalty.v1.LoyaltyServiceGrpc;
import dev.perennial.contract.loyalty.v1.LoyaltyServiceGrpc.LoyaltyServiceBlockingStub;
import dev.perennial.contract.loyalty.v1.StandingServiceGrpc;
import dev.perennial.contract.loyalty.v1.StandingServiceGrpc.StandingServiceBlockingStub;
import dev.perennial.contract.member.v1.MemberServiceGrpc;
import dev.perennial.contract.member.v1.MemberServiceGrpc.MemberServiceBlockingStub;
import dev.perennial.contract.program.v1.ProgramServiceGrpc;
import dev.perennial.contract.program.v1.ProgramServiceGrpc.ProgramServiceBlockingStub;

/** A tenant's clients of every service. */
public record Shop(
        ProgramServiceBlockingStub programs,
        MemberServiceBlockingStub members,
        ActivityServiceBlockingStub activities,
        LedgerServiceBlockingStub ledger,
        StandingServiceBlockingStub standing,
        LoyaltyServiceBlockingStub loyalty,
        LeaderboardServiceBlockingStub leaderboards,
        ClubServiceBlockingStub clubs,
        InsightServiceBlockingStub insight) {

    public static Shop of(Edge edge, String key) {
        return new Shop(
                edge.as(key, ProgramServiceGrpc::newBlockingStub),
                edge.as(key, MemberServiceGrpc::newBlockingStub),
                edge.as(key, ActivityServiceGrpc::newBlockingStub),
                edge.as(key, LedgerServiceGrpc::newBlockingStub),
                edge.as(key, StandingServiceGrpc::newBlockingStub),
                edge.as(key, LoyaltyServiceGrpc::newBlockingStub),
                edge.as(key, LeaderboardServiceGrpc::newBlockingStub),
                edge.as(key, ClubServiceGrpc::newBlockingStub),
                edge.as(key, InsightServiceGrpc::newBlockingStub));
    }

    /** With the sample program, which gives 10 points for each purchase, and the member {@code anna}. */
    public Shop opened() {
        var _ = programs.applyProgram(Samples.application().build());
        var _ = members.enrolMember(Samples.enrolment().build());
        return this;
    }
}
