package dev.perennial.grpc.member;

import dev.perennial.contract.member.v1.MemberServiceGrpc;
import dev.perennial.contract.member.v1.MemberServiceGrpc.MemberServiceBlockingStub;
import dev.perennial.contract.member.v1.MemberStatus;
import dev.perennial.contract.member.v1.SetMemberStatusRequest;
import dev.perennial.grpc.shared.BadInput;
import dev.perennial.grpc.shared.Edge;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Malformed requests about the status of members. Storage fails in these tests: what is malformed has not touched it. */
class BadStatusesTest {

    private static final Edge EDGE = Edge.over(() -> new IllegalStateException("storage was touched"));
    private static final MemberServiceBlockingStub STUB = EDGE.as(Edge.KEY, MemberServiceGrpc::newBlockingStub);

    @AfterAll
    static void stop() {
        EDGE.close();
    }

    @TestFactory
    Stream<DynamicTest> ids() {
        return BadInput.allRefused(BadInput.IDS.stream()
                .flatMap(id -> Stream.of(
                        bad("member_id", request -> request.setMemberId(id)),
                        bad("request_id", request -> request.setRequestId(id)))));
    }

    @TestFactory
    Stream<DynamicTest> statuses() {
        return BadInput.allRefused(Stream.of(
                bad("status", SetMemberStatusRequest.Builder::clearStatus),
                bad("status", request -> request.setStatusValue(9)),
                bad(
                        "forfeit",
                        request -> request.setStatus(MemberStatus.MEMBER_STATUS_SUSPENDED)
                                .setForfeit(true))));
    }

    @TestFactory
    Stream<DynamicTest> reasons() {
        return BadInput.allRefused(Stream.concat(BadInput.CONTROL_CHARACTERS.stream(), Stream.of("", "x".repeat(501)))
                .map(text -> bad("reason", request -> request.setReason(text))));
    }

    private static BadInput bad(String field, Consumer<SetMemberStatusRequest.Builder> spoil) {
        SetMemberStatusRequest.Builder request = SetMemberStatusRequest.newBuilder()
                .setMemberId("anna")
                .setStatus(MemberStatus.MEMBER_STATUS_CLOSED)
                .setReason("asked for it")
                .setRequestId("status-1");
        spoil.accept(request);
        return new BadInput("SetMemberStatus", field, () -> STUB.setMemberStatus(request.build()));
    }
}
