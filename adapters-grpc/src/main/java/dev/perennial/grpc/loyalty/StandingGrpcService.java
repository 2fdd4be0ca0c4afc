package dev.perennial.grpc.loyalty;

import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import dev.perennial.application.loyalty.standing.StandingHistory;
import dev.perennial.application.loyalty.standing.Standings;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Tenant;
import dev.perennial.contract.loyalty.v1.CancelMembershipRequest;
import dev.perennial.contract.loyalty.v1.CancelMembershipResponse;
import dev.perennial.contract.loyalty.v1.CancellationTime;
import dev.perennial.contract.loyalty.v1.ExplainStandingRequest;
import dev.perennial.contract.loyalty.v1.ExplainStandingResponse;
import dev.perennial.contract.loyalty.v1.GetStandingRequest;
import dev.perennial.contract.loyalty.v1.GetStandingResponse;
import dev.perennial.contract.loyalty.v1.ListStandingChangesRequest;
import dev.perennial.contract.loyalty.v1.ListStandingChangesResponse;
import dev.perennial.contract.loyalty.v1.MatchStatusRequest;
import dev.perennial.contract.loyalty.v1.MatchStatusResponse;
import dev.perennial.contract.loyalty.v1.StandingServiceGrpc;
import dev.perennial.contract.loyalty.v1.StartTrialRequest;
import dev.perennial.contract.loyalty.v1.StartTrialResponse;
import dev.perennial.domain.activity.StatusMatch;
import dev.perennial.domain.loyalty.OwnFact;
import dev.perennial.domain.loyalty.StandingNow;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Result;
import dev.perennial.grpc.shared.Caller;
import dev.perennial.grpc.shared.Identities;
import dev.perennial.grpc.shared.Paging;
import dev.perennial.grpc.shared.Replies;
import io.grpc.stub.StreamObserver;
import java.util.function.Function;

/** Levels and memberships. */
public final class StandingGrpcService extends StandingServiceGrpc.StandingServiceImplBase {

    private final Standings standings;

    public StandingGrpcService(Standings standings) {
        this.standings = standings;
    }

    @Override
    public void getStanding(GetStandingRequest request, StreamObserver<GetStandingResponse> observer) {
        MemberId member = new MemberId(request.getMemberId());
        Replies.send(
                standings
                        .get(Caller.tenant(), member)
                        .map(now -> GetStandingResponse.newBuilder()
                                .setStanding(StandingTranslator.standing(now))
                                .build()),
                observer);
    }

    @Override
    public void listStandingChanges(
            ListStandingChangesRequest request, StreamObserver<ListStandingChangesResponse> observer) {
        Tenant tenant = Caller.tenant();
        ListStandingChangesRequest query =
                request.toBuilder().clearPageSize().clearPageToken().build();
        Result<Paging> paging = Paging.of(tenant, query, request.getPageSize(), request.getPageToken(), Long.MAX_VALUE);
        Replies.send(paging.then(page -> changes(tenant, new MemberId(query.getMemberId()), page)), observer);
    }

    private Result<ListStandingChangesResponse> changes(Tenant tenant, MemberId member, Paging page) {
        return standings
                .changes(tenant, member, page.position(), page.limit())
                .map(found -> ListStandingChangesResponse.newBuilder()
                        .addAllChanges(page.page(found).stream()
                                .map(StandingTranslator::change)
                                .toList())
                        .setNextPageToken(page.nextToken(found, StandingHistory.Line::sequence))
                        .build());
    }

    @Override
    public void explainStanding(ExplainStandingRequest request, StreamObserver<ExplainStandingResponse> observer) {
        MemberId member = new MemberId(request.getMemberId());
        Replies.send(
                standings
                        .explain(Caller.tenant(), member)
                        .map(explanation -> ExplainStandingResponse.newBuilder()
                                .setStanding(StandingTranslator.standing(explanation.now()))
                                .setGrounds(GroundsTranslator.grounds(explanation))
                                .build()),
                observer);
    }

    @Override
    public void matchStatus(MatchStatusRequest request, StreamObserver<MatchStatusResponse> observer) {
        StatusMatch match = new StatusMatch(request.getLevel(), request.getPartner(), request.getProof());
        record(
                request.getMemberId(),
                OwnFact.matching(request.getRequestId(), match),
                Identities.command(Caller.tenant(), request.getRequestId(), request),
                after -> MatchStatusResponse.newBuilder()
                        .setStanding(StandingTranslator.standing(after))
                        .build(),
                MatchStatusResponse.parser(),
                observer);
    }

    @Override
    public void startTrial(StartTrialRequest request, StreamObserver<StartTrialResponse> observer) {
        record(
                request.getMemberId(),
                OwnFact.trying(request.getRequestId(), request.getPlan()),
                Identities.command(Caller.tenant(), request.getRequestId(), request),
                after -> StartTrialResponse.newBuilder()
                        .setStanding(StandingTranslator.standing(after))
                        .build(),
                StartTrialResponse.parser(),
                observer);
    }

    @Override
    public void cancelMembership(CancelMembershipRequest request, StreamObserver<CancelMembershipResponse> observer) {
        boolean atOnce = request.getWhen() == CancellationTime.CANCELLATION_TIME_NOW;
        record(
                request.getMemberId(),
                OwnFact.cancelling(request.getRequestId(), request.getPlan(), atOnce),
                Identities.command(Caller.tenant(), request.getRequestId(), request),
                after -> CancelMembershipResponse.newBuilder()
                        .setStanding(StandingTranslator.standing(after))
                        .build(),
                CancelMembershipResponse.parser(),
                observer);
    }

    private <T extends MessageLite> void record(
            String member,
            OwnFact own,
            Identity identity,
            Function<StandingNow, T> reply,
            Parser<T> parser,
            StreamObserver<T> observer) {
        Replies.send(
                standings.record(
                        Caller.tenant(),
                        new MemberId(member),
                        own,
                        identity,
                        after -> Replies.payload(reply.apply(after))),
                parser,
                observer);
    }
}
