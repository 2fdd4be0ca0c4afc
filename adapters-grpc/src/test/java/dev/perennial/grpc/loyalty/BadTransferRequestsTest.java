package dev.perennial.grpc.loyalty;

import dev.perennial.contract.loyalty.v1.GetTransferRequest;
import dev.perennial.contract.loyalty.v1.ListTransfersRequest;
import dev.perennial.contract.loyalty.v1.TransferServiceGrpc;
import dev.perennial.contract.loyalty.v1.TransferServiceGrpc.TransferServiceBlockingStub;
import dev.perennial.contract.loyalty.v1.TransferUnitsRequest;
import dev.perennial.grpc.shared.BadInput;
import dev.perennial.grpc.shared.Edge;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Malformed requests about transfers. Storage fails in these tests, so what is refused has not touched it. */
class BadTransferRequestsTest {

    private static final Edge EDGE = Edge.over(() -> new IllegalStateException("storage was touched"));
    private static final TransferServiceBlockingStub STUB = EDGE.as(Edge.KEY, TransferServiceGrpc::newBlockingStub);

    @AfterAll
    static void stop() {
        EDGE.close();
    }

    @TestFactory
    Stream<DynamicTest> ids() {
        return BadInput.allRefused(BadInput.IDS.stream()
                .flatMap(id -> Stream.of(
                        send("sender", "member_id", request -> request.setMemberId(id)),
                        send("receiver", "to_member_id", request -> request.setToMemberId(id)),
                        send("key", "request_id", request -> request.setRequestId(id)),
                        get("member", "member_id", request -> request.setMemberId(id)),
                        list("member", "member_id", request -> request.setMemberId(id)))));
    }

    @TestFactory
    Stream<DynamicTest> units() {
        return BadInput.allRefused(Stream.of("", "Points", "1st", "a b", "x".repeat(41), "points\n")
                .map(unit -> send("unit", "unit", request -> request.setUnit(unit))));
    }

    @TestFactory
    Stream<DynamicTest> amounts() {
        return BadInput.allRefused(Stream.of(0L, -1L, Long.MIN_VALUE, 1_000_000_000_000_001L, Long.MAX_VALUE)
                .map(amount -> send("amount", "amount", request -> request.setAmount(amount))));
    }

    @TestFactory
    Stream<DynamicTest> messages() {
        return BadInput.allRefused(
                Stream.concat(Stream.of("x".repeat(201), "☕".repeat(201)), BadInput.CONTROL_CHARACTERS.stream())
                        .map(text -> send("message", "message", request -> request.setMessage(text))));
    }

    @TestFactory
    Stream<DynamicTest> expectationsAndNumbers() {
        return BadInput.allRefused(Stream.of(
                send("sequence", "expected_member_seq", request -> request.setExpectedMemberSeq(-1)),
                send("version", "expected_program_version", request -> request.setExpectedProgramVersion(0)),
                get("number", "transfer_number", request -> request.setTransferNumber(0)),
                get("number", "transfer_number", request -> request.setTransferNumber(Long.MIN_VALUE)),
                list("page size", "page_size", request -> request.setPageSize(-1)),
                list("token", "page_token", request -> request.setPageToken("AAAA")),
                list("long token", "page_token", request -> request.setPageToken("A".repeat(513)))));
    }

    private static BadInput send(String name, String field, Consumer<TransferUnitsRequest.Builder> spoil) {
        TransferUnitsRequest.Builder request = TransferUnitsRequest.newBuilder()
                .setMemberId("anna")
                .setToMemberId("ben")
                .setUnit("points")
                .setAmount(1)
                .setRequestId("send-1");
        spoil.accept(request);
        return new BadInput("TransferUnits: " + name, field, () -> STUB.transferUnits(request.build()));
    }

    private static BadInput get(String name, String field, Consumer<GetTransferRequest.Builder> spoil) {
        GetTransferRequest.Builder request =
                GetTransferRequest.newBuilder().setMemberId("anna").setTransferNumber(1);
        spoil.accept(request);
        return new BadInput("GetTransfer: " + name, field, () -> STUB.getTransfer(request.build()));
    }

    private static BadInput list(String name, String field, Consumer<ListTransfersRequest.Builder> spoil) {
        ListTransfersRequest.Builder request = ListTransfersRequest.newBuilder().setMemberId("anna");
        spoil.accept(request);
        return new BadInput("ListTransfers: " + name, field, () -> STUB.listTransfers(request.build()));
    }
}
