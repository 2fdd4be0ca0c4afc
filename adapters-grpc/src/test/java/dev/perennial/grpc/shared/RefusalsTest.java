package dev.perennial.grpc.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.perennial.contract.activity.v1.ExplainActivityRequest;
import dev.perennial.contract.activity.v1.ListActivitiesRequest;
import dev.perennial.contract.activity.v1.SimulateActivityRequest;
import dev.perennial.contract.ledger.v1.GetBalancesRequest;
import dev.perennial.contract.ledger.v1.ListEntriesRequest;
import dev.perennial.contract.member.v1.GetMemberRequest;
import dev.perennial.contract.program.v1.GetProgramRequest;
import dev.perennial.domain.shared.Reason;
import io.grpc.StatusRuntimeException;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is well formed but cannot be done now, by the real use cases: the code, the reason, and nothing left behind. */
class RefusalsTest {

    private static final Edge EDGE = Edge.inMemory();
    private static final Shop SHOP = Shop.of(EDGE, Edge.KEY);
    private static final Shop RIVAL = Shop.of(EDGE, Edge.RIVALS_KEY);

    @BeforeAll
    static void open() {
        var _ = SHOP.opened();
        var _ = RIVAL.members()
                .enrolMember(Samples.enrolment().setMemberId("bert").build());
        var _ = SHOP.activities().recordActivity(Samples.record(Samples.purchase()));
    }

    @AfterAll
    static void stop() {
        EDGE.close();
    }

    record Impossible(Reason reason, ThrowingCallable call) {}

    @TestFactory
    Stream<DynamicTest> everyRefusalHasItsReasonAndLeavesNothing() {
        return Stream.of(
                        new Impossible(
                                Reason.MEMBER_ALREADY_EXISTS,
                                () -> SHOP.members()
                                        .enrolMember(Samples.enrolment()
                                                .setRequestId("twice")
                                                .build())),
                        new Impossible(
                                Reason.KEY_REUSED,
                                () -> SHOP.members()
                                        .enrolMember(Samples.enrolment()
                                                .setMemberId("carl")
                                                .build())),
                        new Impossible(
                                Reason.KEY_REUSED,
                                () -> SHOP.activities()
                                        .recordActivity(Samples.record(
                                                Samples.purchase().setChannel("web")))),
                        new Impossible(
                                Reason.KEY_REUSED,
                                () -> SHOP.programs()
                                        .applyProgram(Samples.application()
                                                .setNote("other")
                                                .build())),
                        new Impossible(
                                Reason.KEY_REUSED,
                                () -> SHOP.ledger()
                                        .adjustUnits(Samples.adjustment()
                                                .setRequestId("enrol-anna")
                                                .build())),
                        new Impossible(
                                Reason.ORDER_ALREADY_RECORDED,
                                () -> SHOP.activities()
                                        .recordActivity(Samples.record(
                                                Samples.purchase().setExternalId("a-2")))),
                        new Impossible(
                                Reason.INSUFFICIENT_UNITS,
                                () -> SHOP.ledger()
                                        .adjustUnits(Samples.adjustment()
                                                .setAmount(-11)
                                                .build())),
                        new Impossible(
                                Reason.UNIT_NOT_FOUND,
                                () -> SHOP.ledger()
                                        .adjustUnits(Samples.adjustment()
                                                .setUnit("stamps")
                                                .build())),
                        new Impossible(
                                Reason.ETAG_MISMATCH,
                                () -> SHOP.members()
                                        .updateMember(
                                                Samples.update().setEtag("r9").build())),
                        new Impossible(
                                Reason.PROGRAM_VERSION_MOVED,
                                () -> SHOP.programs()
                                        .applyProgram(Samples.application()
                                                .setRequestId("second")
                                                .setExpectedVersion(0)
                                                .build())),
                        new Impossible(
                                Reason.PROGRAM_VERSION_NOT_FOUND,
                                () -> SHOP.programs()
                                        .getProgram(GetProgramRequest.newBuilder()
                                                .setVersion(9)
                                                .build())),
                        new Impossible(
                                Reason.PROGRAM_VERSION_NOT_FOUND,
                                () -> SHOP.programs()
                                        .applyProgram(Samples.application()
                                                .setRequestId("third")
                                                .setFromVersion(9)
                                                .build())),
                        new Impossible(
                                Reason.MEMBER_MOVED,
                                () -> SHOP.activities()
                                        .simulateActivity(simulation()
                                                .setExpectedMemberSeq(99)
                                                .build())),
                        new Impossible(
                                Reason.ORDER_ALREADY_RECORDED,
                                () -> SHOP.activities()
                                        .simulateActivity(simulation().build())),
                        new Impossible(
                                Reason.ACTIVITY_NOT_FOUND,
                                () -> SHOP.activities().explainActivity(explaining("anna", 99))),
                        new Impossible(
                                Reason.PROGRAM_VERSION_MOVED,
                                () -> SHOP.activities()
                                        .simulateActivity(simulation()
                                                .setExpectedProgramVersion(9)
                                                .build())),
                        new Impossible(
                                Reason.MEMBER_MOVED,
                                () -> SHOP.ledger()
                                        .adjustUnits(Samples.adjustment()
                                                .setExpectedMemberSeq(1)
                                                .build())),
                        new Impossible(
                                Reason.PROGRAM_VERSION_MOVED,
                                () -> SHOP.ledger()
                                        .adjustUnits(Samples.adjustment()
                                                .setExpectedProgramVersion(2)
                                                .build())),
                        new Impossible(
                                Reason.PROGRAM_NOT_APPLIED,
                                () -> RIVAL.programs().getProgram(GetProgramRequest.getDefaultInstance())),
                        new Impossible(
                                Reason.PROGRAM_NOT_APPLIED,
                                () -> RIVAL.activities()
                                        .recordActivity(Samples.record(
                                                Samples.purchase().setMemberId("bert")))),
                        new Impossible(
                                Reason.PROGRAM_NOT_APPLIED,
                                () -> RIVAL.ledger()
                                        .adjustUnits(Samples.adjustment()
                                                .setMemberId("bert")
                                                .build())))
                .map(impossible -> DynamicTest.dynamicTest(impossible.reason().name(), () -> {
                    GetBalancesRequest anna =
                            GetBalancesRequest.newBuilder().setMemberId("anna").build();
                    var before = SHOP.ledger().getBalances(anna);
                    assertThat(Refused.by(impossible.call()).reason())
                            .isEqualTo(impossible.reason().name());
                    assertThat(SHOP.ledger().getBalances(anna)).isEqualTo(before);
                }));
    }

    private static SimulateActivityRequest.Builder simulation() {
        return SimulateActivityRequest.newBuilder()
                .setActivity(Samples.purchase().setSource("other"));
    }

    @TestFactory
    Stream<DynamicTest> anUnknownMemberAndAnotherTenantsGetTheSameBytes() {
        return Stream.<Consumer<String>>of(
                        id -> SHOP.members()
                                .getMember(GetMemberRequest.newBuilder()
                                        .setMemberId(id)
                                        .build()),
                        id -> SHOP.members()
                                .updateMember(Samples.update().setMemberId(id).build()),
                        id -> SHOP.ledger()
                                .getBalances(GetBalancesRequest.newBuilder()
                                        .setMemberId(id)
                                        .build()),
                        id -> SHOP.ledger()
                                .listEntries(ListEntriesRequest.newBuilder()
                                        .setMemberId(id)
                                        .build()),
                        id -> SHOP.ledger()
                                .adjustUnits(
                                        Samples.adjustment().setMemberId(id).build()),
                        id -> SHOP.activities()
                                .recordActivity(Samples.record(
                                        Samples.purchase().setMemberId(id).setExternalId("foreign"))),
                        id -> SHOP.activities()
                                .simulateActivity(SimulateActivityRequest.newBuilder()
                                        .setActivity(Samples.purchase().setMemberId(id))
                                        .build()),
                        id -> SHOP.activities().explainActivity(explaining(id, 1)),
                        id -> SHOP.activities()
                                .listActivities(ListActivitiesRequest.newBuilder()
                                        .setMemberId(id)
                                        .build()))
                .map(call -> DynamicTest.dynamicTest("NOT_FOUND", () -> {
                    assertThat(Refused.by(() -> call.accept("nobody")).reason()).isEqualTo("MEMBER_NOT_FOUND");
                    assertThat(details(call, "bert")).isEqualTo(details(call, "nobody"));
                }));
    }

    private static ExplainActivityRequest explaining(String member, long number) {
        return ExplainActivityRequest.newBuilder()
                .setMemberId(member)
                .setActivityNumber(number)
                .build();
    }

    private static byte[] details(Consumer<String> call, String member) {
        StatusRuntimeException thrown = catchThrowableOfType(StatusRuntimeException.class, () -> call.accept(member));
        return Objects.requireNonNull(
                Objects.requireNonNull(thrown.getTrailers()).get(MetadataKeys.STATUS_DETAILS));
    }

    @Test
    void everyProblemOfAProgramComesWithItsPathInTheRequest() {
        Refused refused = Refused.by(() -> SHOP.programs()
                .applyProgram(Samples.application()
                        .setRequestId("broken")
                        .setProgram(Samples.program()
                                .setTimeZone("Europe/Atlantis")
                                .addEarningRules(Samples.rule().setId("b").setCondition("activity.amnt > 3")))
                        .build()));
        assertThat(refused.reason()).isEqualTo("PROGRAM_INVALID");
        assertThat(refused.fields()).containsExactly("program.time_zone", "program.earning_rules[1].condition");
    }
}
