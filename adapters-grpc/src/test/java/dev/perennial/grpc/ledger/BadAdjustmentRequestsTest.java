package dev.perennial.grpc.ledger;

import com.google.protobuf.Timestamp;
import dev.perennial.contract.ledger.v1.AdjustmentServiceGrpc;
import dev.perennial.contract.ledger.v1.AdjustmentServiceGrpc.AdjustmentServiceBlockingStub;
import dev.perennial.contract.ledger.v1.ApproveAdjustmentRequest;
import dev.perennial.contract.ledger.v1.ExpiredWithin;
import dev.perennial.contract.ledger.v1.GetAdjustmentProposalRequest;
import dev.perennial.contract.ledger.v1.ListAdjustmentProposalsRequest;
import dev.perennial.contract.ledger.v1.ProposeAdjustmentRequest;
import dev.perennial.contract.ledger.v1.RejectAdjustmentRequest;
import dev.perennial.contract.ledger.v1.UnitsToReinstate;
import dev.perennial.grpc.shared.BadInput;
import dev.perennial.grpc.shared.Edge;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Malformed proposals and decisions. Storage fails in these tests, so what is refused has not touched it. */
class BadAdjustmentRequestsTest {

    private static final Edge EDGE = Edge.over(() -> new IllegalStateException("storage was touched"));
    private static final AdjustmentServiceBlockingStub STUB = EDGE.as(Edge.KEY, AdjustmentServiceGrpc::newBlockingStub);

    @AfterAll
    static void stop() {
        EDGE.close();
    }

    @TestFactory
    Stream<DynamicTest> ids() {
        return BadInput.allRefused(BadInput.IDS.stream()
                .flatMap(id -> Stream.of(
                        propose("member", "member_id", request -> request.setMemberId(id)),
                        propose("unit", "unit", request -> request.setUnit(id)),
                        propose("actor", "actor", request -> request.setActor(id)),
                        propose("key", "request_id", request -> request.setRequestId(id)),
                        approve("member", "member_id", request -> request.setMemberId(id)),
                        approve("actor", "actor", request -> request.setActor(id)),
                        approve("key", "request_id", request -> request.setRequestId(id)),
                        reject("member", "member_id", request -> request.setMemberId(id)),
                        reject("actor", "actor", request -> request.setActor(id)),
                        reject("key", "request_id", request -> request.setRequestId(id)),
                        new BadInput(
                                "GetAdjustmentProposal",
                                "member_id",
                                () -> STUB.getAdjustmentProposal(GetAdjustmentProposalRequest.newBuilder()
                                        .setMemberId(id)
                                        .setProposalNumber(1)
                                        .build())))));
    }

    @TestFactory
    Stream<DynamicTest> whatIsProposed() {
        Timestamp never = Timestamp.newBuilder().setSeconds(Long.MAX_VALUE).build();
        return BadInput.allRefused(Stream.of(
                propose("nothing", "what", ProposeAdjustmentRequest.Builder::clearWhat),
                propose("no amount", "amount", request -> request.setAmount(0)),
                propose("too much", "amount", request -> request.setAmount(1_000_000_000_000_001L)),
                propose("too little", "amount", request -> request.setAmount(-1_000_000_000_000_001L)),
                propose("no reason", "reason", request -> request.setReason("")),
                propose("long reason", "reason", request -> request.setReason("x".repeat(501))),
                propose("no time", "valid_for_days", request -> request.setValidForDays(-1)),
                propose("much time", "valid_for_days", request -> request.setValidForDays(91)),
                reinstate("nothing", "reinstate.expired", UnitsToReinstate.Builder::clearExpired),
                reinstate("no end", "reinstate.until", UnitsToReinstate.Builder::clearUntil),
                reinstate("a malformed end", "reinstate.expires_at", units -> units.setExpiresAt(never)),
                reinstate(
                        "no time",
                        "reinstate.within.from",
                        units -> units.setWithin(ExpiredWithin.getDefaultInstance())),
                reinstate("a negative amount", "reinstate.amount", units -> units.setAmount(-1))));
    }

    @TestFactory
    Stream<DynamicTest> decisionsAndLists() {
        return BadInput.allRefused(Stream.of(
                propose("nobody", "actor", request -> request.setActor(" ")),
                approve("nobody", "actor", request -> request.setActor("  ")),
                reject("nobody", "actor", request -> request.setActor(" ")),
                approve("number", "proposal_number", request -> request.setProposalNumber(0)),
                reject("number", "proposal_number", request -> request.setProposalNumber(-1)),
                reject("words", "because", request -> request.setBecause("x".repeat(501))),
                reject("control characters", "because", request -> request.setBecause("a\0")),
                list("state", "state", request -> request.setStateValue(99)),
                list("page size", "page_size", request -> request.setPageSize(-1)),
                list("token", "page_token", request -> request.setPageToken("AAAA"))));
    }

    private static BadInput propose(String name, String field, Consumer<ProposeAdjustmentRequest.Builder> spoil) {
        ProposeAdjustmentRequest.Builder request = ProposeAdjustmentRequest.newBuilder()
                .setMemberId("anna")
                .setUnit("points")
                .setAmount(5_000)
                .setReason("a mishap")
                .setActor("kim")
                .setRequestId("propose-1");
        spoil.accept(request);
        return new BadInput("ProposeAdjustment: " + name, field, () -> STUB.proposeAdjustment(request.build()));
    }

    private static BadInput reinstate(String name, String field, Consumer<UnitsToReinstate.Builder> spoil) {
        UnitsToReinstate.Builder units =
                UnitsToReinstate.newBuilder().setEntryNumber(1).setExpiresAfterDays(30);
        spoil.accept(units);
        return propose(name + " given back", field, request -> request.setReinstate(units));
    }

    private static BadInput approve(String name, String field, Consumer<ApproveAdjustmentRequest.Builder> spoil) {
        ApproveAdjustmentRequest.Builder request = ApproveAdjustmentRequest.newBuilder()
                .setMemberId("anna")
                .setProposalNumber(1)
                .setActor("maria")
                .setRequestId("approve-1");
        spoil.accept(request);
        return new BadInput("ApproveAdjustment: " + name, field, () -> STUB.approveAdjustment(request.build()));
    }

    private static BadInput reject(String name, String field, Consumer<RejectAdjustmentRequest.Builder> spoil) {
        RejectAdjustmentRequest.Builder request = RejectAdjustmentRequest.newBuilder()
                .setMemberId("anna")
                .setProposalNumber(1)
                .setActor("maria")
                .setRequestId("reject-1");
        spoil.accept(request);
        return new BadInput("RejectAdjustment: " + name, field, () -> STUB.rejectAdjustment(request.build()));
    }

    private static BadInput list(String name, String field, Consumer<ListAdjustmentProposalsRequest.Builder> spoil) {
        ListAdjustmentProposalsRequest.Builder request = ListAdjustmentProposalsRequest.newBuilder();
        spoil.accept(request);
        return new BadInput(
                "ListAdjustmentProposals: " + name, field, () -> STUB.listAdjustmentProposals(request.build()));
    }
}
