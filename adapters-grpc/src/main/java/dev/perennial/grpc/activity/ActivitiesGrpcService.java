package dev.perennial.grpc.activity;

import dev.perennial.application.activity.Activities;
import dev.perennial.application.activity.Explanation;
import dev.perennial.application.loyalty.Expectations;
import dev.perennial.application.shared.Answer;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.Tenant;
import dev.perennial.contract.activity.v1.Activity;
import dev.perennial.contract.activity.v1.ActivityServiceGrpc;
import dev.perennial.contract.activity.v1.ExplainActivityRequest;
import dev.perennial.contract.activity.v1.ExplainActivityResponse;
import dev.perennial.contract.activity.v1.ListActivitiesRequest;
import dev.perennial.contract.activity.v1.ListActivitiesResponse;
import dev.perennial.contract.activity.v1.RecordActivitiesRequest;
import dev.perennial.contract.activity.v1.RecordActivitiesResponse;
import dev.perennial.contract.activity.v1.RecordActivityRequest;
import dev.perennial.contract.activity.v1.RecordActivityResponse;
import dev.perennial.contract.activity.v1.SimulateActivityRequest;
import dev.perennial.contract.activity.v1.SimulateActivityResponse;
import dev.perennial.domain.loyalty.Consequences;
import dev.perennial.domain.loyalty.RecordedFact;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Result;
import dev.perennial.grpc.shared.Caller;
import dev.perennial.grpc.shared.Identities;
import dev.perennial.grpc.shared.Paging;
import dev.perennial.grpc.shared.Replies;
import dev.perennial.grpc.shared.Validation;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;

/** What customers did. */
public final class ActivitiesGrpcService extends ActivityServiceGrpc.ActivityServiceImplBase {

    private final Activities activities;
    private final Validation validation;

    public ActivitiesGrpcService(Activities activities, Validation validation) {
        this.activities = activities;
        this.validation = validation;
    }

    @Override
    public void recordActivity(RecordActivityRequest request, StreamObserver<RecordActivityResponse> observer) {
        Replies.send(record(Caller.tenant(), request.getActivity()), RecordActivityResponse.parser(), observer);
    }

    @Override
    public StreamObserver<RecordActivitiesRequest> recordActivities(StreamObserver<RecordActivitiesResponse> observer) {
        Tenant tenant = Caller.tenant();
        var replies = (ServerCallStreamObserver<RecordActivitiesResponse>) observer;
        return ActivityStream.open(replies, validation, activity -> record(tenant, activity));
    }

    private CompletableFuture<Result<Answer>> record(Tenant tenant, Activity activity) {
        return activities.record(
                tenant,
                ActivityTranslator.member(activity),
                ActivityTranslator.toDomain(activity),
                Identities.fingerprint(tenant, activity),
                ActivitiesGrpcService::reply);
    }

    private static Payload reply(Consequences consequences) {
        return Replies.payload(RecordActivityResponse.newBuilder()
                .setConsequences(ConsequencesTranslator.toProto(consequences))
                .build());
    }

    @Override
    public void simulateActivity(SimulateActivityRequest request, StreamObserver<SimulateActivityResponse> observer) {
        Result<Consequences> result = activities.simulate(
                Caller.tenant(),
                ActivityTranslator.member(request.getActivity()),
                ActivityTranslator.toDomain(request.getActivity()),
                expectations(request));
        Replies.send(result.map(ActivitiesGrpcService::simulated), observer);
    }

    private static Expectations expectations(SimulateActivityRequest request) {
        return Expectations.told(
                request.hasExpectedMemberSeq(),
                request.getExpectedMemberSeq(),
                request.hasExpectedProgramVersion(),
                request.getExpectedProgramVersion());
    }

    private static SimulateActivityResponse simulated(Consequences consequences) {
        return SimulateActivityResponse.newBuilder()
                .setConsequences(ConsequencesTranslator.simulated(consequences))
                .build();
    }

    @Override
    public void explainActivity(ExplainActivityRequest request, StreamObserver<ExplainActivityResponse> observer) {
        String member = request.getMemberId();
        Result<Explanation> result =
                activities.explain(Caller.tenant(), new MemberId(member), request.getActivityNumber());
        Replies.send(
                result.map(explanation -> ExplainActivityResponse.newBuilder()
                        .setActivity(RecordedFactTranslator.toProto(member, explanation.subject()))
                        .addAllExplanation(ConsequencesTranslator.explanation(explanation.outcomes()))
                        .build()),
                observer);
    }

    @Override
    public void listActivities(ListActivitiesRequest request, StreamObserver<ListActivitiesResponse> observer) {
        Tenant tenant = Caller.tenant();
        ListActivitiesRequest query =
                request.toBuilder().clearPageSize().clearPageToken().build();
        Result<Paging> paging = Paging.of(tenant, query, request.getPageSize(), request.getPageToken(), Long.MAX_VALUE);
        Replies.send(paging.then(page -> list(tenant, query, page)), observer);
    }

    private Result<ListActivitiesResponse> list(Tenant tenant, ListActivitiesRequest query, Paging page) {
        String member = query.getMemberId();
        return activities
                .list(tenant, new MemberId(member), page.position(), page.limit())
                .map(found -> ListActivitiesResponse.newBuilder()
                        .addAllActivities(page.page(found).stream()
                                .map(fact -> RecordedFactTranslator.toProto(member, fact))
                                .toList())
                        .setNextPageToken(page.nextToken(found, RecordedFact::number))
                        .build());
    }
}
