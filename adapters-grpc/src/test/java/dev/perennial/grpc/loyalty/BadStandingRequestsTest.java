package dev.perennial.grpc.loyalty;

import dev.perennial.contract.loyalty.v1.CancelMembershipRequest;
import dev.perennial.contract.loyalty.v1.CancellationTime;
import dev.perennial.contract.loyalty.v1.ExplainStandingRequest;
import dev.perennial.contract.loyalty.v1.GetStandingRequest;
import dev.perennial.contract.loyalty.v1.ListStandingChangesRequest;
import dev.perennial.contract.loyalty.v1.MatchStatusRequest;
import dev.perennial.contract.loyalty.v1.StandingServiceGrpc;
import dev.perennial.contract.loyalty.v1.StandingServiceGrpc.StandingServiceBlockingStub;
import dev.perennial.contract.loyalty.v1.StartTrialRequest;
import dev.perennial.grpc.shared.BadInput;
import dev.perennial.grpc.shared.Edge;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Malformed requests about standings. Storage fails in these tests, so what is refused has not touched it. */
class BadStandingRequestsTest {

    private static final Edge EDGE = Edge.over(() -> new IllegalStateException("storage was touched"));
    private static final StandingServiceBlockingStub STUB = EDGE.as(Edge.KEY, StandingServiceGrpc::newBlockingStub);
    private static final List<String> NAMES = List.of("", "x".repeat(65), "Gold", "1st", "a b", "nul\0");

    @AfterAll
    static void stop() {
        EDGE.close();
    }

    @TestFactory
    Stream<DynamicTest> ids() {
        return BadInput.allRefused(BadInput.IDS.stream()
                .flatMap(id -> Stream.of(
                        match("member", "member_id", request -> request.setMemberId(id)),
                        match("key", "request_id", request -> request.setRequestId(id)),
                        trial("member", "member_id", request -> request.setMemberId(id)),
                        trial("key", "request_id", request -> request.setRequestId(id)),
                        cancel("member", "member_id", request -> request.setMemberId(id)),
                        cancel("key", "request_id", request -> request.setRequestId(id)),
                        list("member", "member_id", request -> request.setMemberId(id)),
                        new BadInput(
                                "GetStanding",
                                "member_id",
                                () -> STUB.getStanding(GetStandingRequest.newBuilder()
                                        .setMemberId(id)
                                        .build())),
                        new BadInput(
                                "ExplainStanding",
                                "member_id",
                                () -> STUB.explainStanding(ExplainStandingRequest.newBuilder()
                                        .setMemberId(id)
                                        .build())))));
    }

    @TestFactory
    Stream<DynamicTest> names() {
        return BadInput.allRefused(NAMES.stream()
                .flatMap(name -> Stream.of(
                        match("level", "level", request -> request.setLevel(name)),
                        trial("plan", "plan", request -> request.setPlan(name)),
                        cancel("plan", "plan", request -> request.setPlan(name)))));
    }

    @TestFactory
    Stream<DynamicTest> texts() {
        return BadInput.allRefused(Stream.concat(
                Stream.of(
                        match("no partner", "partner", request -> request.setPartner("")),
                        match("long partner", "partner", request -> request.setPartner("x".repeat(129))),
                        match("long proof", "proof", request -> request.setProof("x".repeat(257)))),
                BadInput.CONTROL_CHARACTERS.stream()
                        .flatMap(text -> Stream.of(
                                match("partner", "partner", request -> request.setPartner(text)),
                                match("proof", "proof", request -> request.setProof(text))))));
    }

    @TestFactory
    Stream<DynamicTest> times() {
        return BadInput.allRefused(Stream.of(
                cancel("unset", "when", CancelMembershipRequest.Builder::clearWhen),
                cancel("unknown", "when", request -> request.setWhenValue(9))));
    }

    @TestFactory
    Stream<DynamicTest> lists() {
        return BadInput.allRefused(Stream.of(
                list("page size", "page_size", request -> request.setPageSize(-1)),
                list("token", "page_token", request -> request.setPageToken("AAAA")),
                list("long token", "page_token", request -> request.setPageToken("A".repeat(513)))));
    }

    private static BadInput match(String name, String field, Consumer<MatchStatusRequest.Builder> spoil) {
        MatchStatusRequest.Builder request = MatchStatusRequest.newBuilder()
                .setMemberId("anna")
                .setLevel("gold")
                .setPartner("an airline")
                .setRequestId("match-1");
        spoil.accept(request);
        return new BadInput("MatchStatus: " + name, field, () -> STUB.matchStatus(request.build()));
    }

    private static BadInput trial(String name, String field, Consumer<StartTrialRequest.Builder> spoil) {
        StartTrialRequest.Builder request = StartTrialRequest.newBuilder()
                .setMemberId("anna")
                .setPlan("club")
                .setRequestId("trial-1");
        spoil.accept(request);
        return new BadInput("StartTrial: " + name, field, () -> STUB.startTrial(request.build()));
    }

    private static BadInput cancel(String name, String field, Consumer<CancelMembershipRequest.Builder> spoil) {
        CancelMembershipRequest.Builder request = CancelMembershipRequest.newBuilder()
                .setMemberId("anna")
                .setPlan("club")
                .setWhen(CancellationTime.CANCELLATION_TIME_NOW)
                .setRequestId("cancel-1");
        spoil.accept(request);
        return new BadInput("CancelMembership: " + name, field, () -> STUB.cancelMembership(request.build()));
    }

    private static BadInput list(String name, String field, Consumer<ListStandingChangesRequest.Builder> spoil) {
        ListStandingChangesRequest.Builder request =
                ListStandingChangesRequest.newBuilder().setMemberId("anna");
        spoil.accept(request);
        return new BadInput("ListStandingChanges: " + name, field, () -> STUB.listStandingChanges(request.build()));
    }
}
