package dev.perennial.grpc.member;

import dev.perennial.contract.member.v1.MergeMembersRequest;
import dev.perennial.contract.member.v1.MergeServiceGrpc;
import dev.perennial.contract.member.v1.MergeServiceGrpc.MergeServiceBlockingStub;
import dev.perennial.grpc.shared.BadInput;
import dev.perennial.grpc.shared.Edge;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Malformed merges. Storage fails in these tests, so what is refused has not touched it. */
class BadMergesTest {

    private static final Edge EDGE = Edge.over(() -> new IllegalStateException("storage was touched"));
    private static final MergeServiceBlockingStub STUB = EDGE.as(Edge.KEY, MergeServiceGrpc::newBlockingStub);

    @AfterAll
    static void stop() {
        EDGE.close();
    }

    @TestFactory
    Stream<DynamicTest> ids() {
        return BadInput.allRefused(BadInput.IDS.stream()
                .flatMap(id -> Stream.of(
                        bad("from_member_id", request -> request.setFromMemberId(id)),
                        bad("into_member_id", request -> request.setIntoMemberId(id)),
                        bad("request_id", request -> request.setRequestId(id)))));
    }

    @TestFactory
    Stream<DynamicTest> reasons() {
        return BadInput.allRefused(Stream.concat(BadInput.CONTROL_CHARACTERS.stream(), Stream.of("", "x".repeat(501)))
                .map(text -> bad("reason", request -> request.setReason(text))));
    }

    @TestFactory
    Stream<DynamicTest> actors() {
        return BadInput.allRefused(Stream.of("käthe", "x".repeat(129), "nul\0")
                .map(text -> bad("actor", request -> request.setActor(text))));
    }

    private static BadInput bad(String field, Consumer<MergeMembersRequest.Builder> spoil) {
        MergeMembersRequest.Builder request = MergeMembersRequest.newBuilder()
                .setFromMemberId("card")
                .setIntoMemberId("app")
                .setReason("the same telephone number")
                .setActor("desk 4")
                .setRequestId("merge-1");
        spoil.accept(request);
        return new BadInput("MergeMembers", field, () -> STUB.mergeMembers(request.build()));
    }
}
