package dev.perennial.grpc.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contract.ledger.v1.GetBalancesRequest;
import dev.perennial.contract.loyalty.v1.GetTransferRequest;
import dev.perennial.contract.loyalty.v1.ListTransfersRequest;
import dev.perennial.contract.loyalty.v1.TransferServiceGrpc;
import dev.perennial.contract.loyalty.v1.TransferServiceGrpc.TransferServiceBlockingStub;
import dev.perennial.contract.loyalty.v1.TransferUnitsRequest;
import dev.perennial.contract.member.v1.EnrolMemberRequest;
import dev.perennial.contract.program.v1.Period;
import dev.perennial.contract.program.v1.SendingLimit;
import dev.perennial.contract.program.v1.UnitTransfer;
import dev.perennial.grpc.shared.Edge;
import dev.perennial.grpc.shared.Refused;
import dev.perennial.grpc.shared.Samples;
import dev.perennial.grpc.shared.Shop;
import io.grpc.Status.Code;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What can be asked of transfers and is refused: the reason, and nothing left behind. */
class TransferRefusalsTest {

    private static final Edge EDGE = Edge.inMemory();
    private static final Shop SHOP = Shop.of(EDGE, Edge.KEY);
    private static final TransferServiceBlockingStub STUB = EDGE.as(Edge.KEY, TransferServiceGrpc::newBlockingStub);

    /** Anna has 100 points and sends 10 to 90 at once, at most 85 a day, to Ben; the rival has a Bert. */
    @BeforeAll
    static void open() {
        var _ = SHOP.programs()
                .applyProgram(Samples.application()
                        .setProgram(Samples.program()
                                .addTransfers(UnitTransfer.newBuilder()
                                        .setUnit("points")
                                        .setMinimum(10)
                                        .setMaximum(90)
                                        .addSendingLimits(SendingLimit.newBuilder()
                                                .setPeriod(Period.PERIOD_DAY)
                                                .setUnits(85))))
                        .build());
        enrol(SHOP, "anna");
        enrol(SHOP, "ben");
        enrol(Shop.of(EDGE, Edge.RIVALS_KEY), "bert");
        var _ = SHOP.ledger().adjustUnits(Samples.adjustment().build());
    }

    @AfterAll
    static void stop() {
        EDGE.close();
    }

    @TestFactory
    Stream<DynamicTest> anUnknownMemberAndAnotherTenantsGetTheSame() {
        return Stream.<Consumer<String>>of(
                        id -> send(request -> request.setMemberId(id)),
                        id -> send(request -> request.setToMemberId(id)),
                        id -> get(id, 1),
                        id -> STUB.listTransfers(ListTransfersRequest.newBuilder()
                                .setMemberId(id)
                                .build()))
                .map(call -> DynamicTest.dynamicTest("NOT_FOUND", () -> {
                    long before = sequence();
                    assertThat(Refused.by(() -> call.accept("nobody")).reason()).isEqualTo("MEMBER_NOT_FOUND");
                    assertThat(Refused.bytesOf(() -> call.accept("bert")))
                            .isEqualTo(Refused.bytesOf(() -> call.accept("nobody")));
                    assertThat(sequence()).isEqualTo(before);
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatMayNotBeSentStays() {
        return Stream.of(
                refused(
                        "INSUFFICIENT_UNITS",
                        Code.FAILED_PRECONDITION,
                        request -> request.setMemberId("ben").setToMemberId("anna")),
                refused("SAME_MEMBER", Code.FAILED_PRECONDITION, request -> request.setToMemberId("anna")),
                refused("TRANSFER_NOT_OFFERED", Code.FAILED_PRECONDITION, request -> request.setUnit("stars")),
                refused("TRANSFER_LIMIT_REACHED", Code.FAILED_PRECONDITION, request -> request.setAmount(9)),
                refused("TRANSFER_LIMIT_REACHED", Code.FAILED_PRECONDITION, request -> request.setAmount(91)),
                refused("TRANSFER_LIMIT_REACHED", Code.FAILED_PRECONDITION, request -> request.setAmount(86)),
                refused("MEMBER_MOVED", Code.ABORTED, request -> request.setExpectedMemberSeq(99)),
                refused("PROGRAM_VERSION_MOVED", Code.ABORTED, request -> request.setExpectedProgramVersion(99)),
                DynamicTest.dynamicTest(
                        "no such transfer",
                        () -> assertThat(Refused.by(() -> get("anna", 99)).reason())
                                .isEqualTo("TRANSFER_NOT_FOUND")));
    }

    private static DynamicTest refused(String reason, Code code, Consumer<TransferUnitsRequest.Builder> change) {
        return DynamicTest.dynamicTest(reason, () -> {
            long before = sequence();
            Refused refused = Refused.by(() -> send(change));
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.code()).isEqualTo(code);
            assertThat(sequence()).isEqualTo(before);
        });
    }

    private static void enrol(Shop shop, String member) {
        var _ = shop.members()
                .enrolMember(EnrolMemberRequest.newBuilder()
                        .setMemberId(member)
                        .setRequestId("enrol-" + member)
                        .build());
    }

    private static void send(Consumer<TransferUnitsRequest.Builder> change) {
        TransferUnitsRequest.Builder request = TransferUnitsRequest.newBuilder()
                .setMemberId("anna")
                .setToMemberId("ben")
                .setUnit("points")
                .setAmount(10)
                .setRequestId("send-1");
        change.accept(request);
        var _ = STUB.transferUnits(request.build());
    }

    private static void get(String member, long number) {
        var _ = STUB.getTransfer(GetTransferRequest.newBuilder()
                .setMemberId(member)
                .setTransferNumber(number)
                .build());
    }

    private static long sequence() {
        return SHOP.ledger()
                .getBalances(GetBalancesRequest.newBuilder().setMemberId("anna").build())
                .getMemberSeq();
    }
}
