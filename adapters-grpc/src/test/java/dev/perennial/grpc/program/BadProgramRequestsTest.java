package dev.perennial.grpc.program;

import com.google.protobuf.Timestamp;
import dev.perennial.contract.activity.v1.ActivityType;
import dev.perennial.contract.program.v1.ApplyProgramRequest;
import dev.perennial.contract.program.v1.EarningRule;
import dev.perennial.contract.program.v1.GetProgramRequest;
import dev.perennial.contract.program.v1.ListProgramVersionsRequest;
import dev.perennial.contract.program.v1.PlanProgramRequest;
import dev.perennial.contract.program.v1.Program;
import dev.perennial.contract.program.v1.ProgramServiceGrpc;
import dev.perennial.contract.program.v1.ProgramServiceGrpc.ProgramServiceBlockingStub;
import dev.perennial.contract.program.v1.Unit;
import dev.perennial.grpc.shared.BadInput;
import dev.perennial.grpc.shared.Edge;
import dev.perennial.grpc.shared.Samples;
import java.util.Collections;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Malformed requests about programs. Storage fails in these tests, so what is refused as malformed has not touched it.
 */
class BadProgramRequestsTest {

    private static final Edge EDGE = Edge.over(() -> new IllegalStateException("storage was touched"));
    private static final ProgramServiceBlockingStub STUB = EDGE.as(Edge.KEY, ProgramServiceGrpc::newBlockingStub);
    private static final Timestamp NO_MOMENT =
            Timestamp.newBuilder().setNanos(-1).build();
    private static final Timestamp NO_SECOND =
            Timestamp.newBuilder().setSeconds(Long.MIN_VALUE).build();

    @AfterAll
    static void stop() {
        EDGE.close();
    }

    @TestFactory
    Stream<DynamicTest> applications() {
        return BadInput.allRefused(Stream.concat(
                BadInput.IDS.stream().map(id -> apply("key", "request_id", request -> request.setRequestId(id))),
                Stream.of(
                        apply("nothing to apply", "source", ApplyProgramRequest.Builder::clearSource),
                        apply("version 0", "from_version", request -> request.setFromVersion(0)),
                        apply("expected version", "expected_version", request -> request.setExpectedVersion(-1)),
                        apply("moment", "effective_at", request -> request.setEffectiveAt(NO_MOMENT)),
                        apply("moment", "effective_at", request -> request.setEffectiveAt(NO_SECOND)),
                        apply("note", "note", request -> request.setNote("x".repeat(501))),
                        apply("note", "note", request -> request.setNote("bell\u0007")))));
    }

    @TestFactory
    Stream<DynamicTest> programs() {
        return BadInput.allRefused(Stream.of(
                        Stream.of(new BadInput(
                                "PlanProgram: nothing",
                                "program",
                                () -> STUB.planProgram(PlanProgramRequest.getDefaultInstance()))),
                        program("zone", "time_zone", program -> program.setTimeZone("x".repeat(65))),
                        program("currency", "currency", program -> program.setCurrency("\0")),
                        program(
                                "too many units",
                                "units",
                                program -> program.addAllUnits(Collections.nCopies(51, Unit.getDefaultInstance()))),
                        program(
                                "too many rules",
                                "earning_rules",
                                program -> program.addAllEarningRules(Collections.nCopies(
                                        1_001, Samples.rule().build()))),
                        rule("no kind", "activity_type", EarningRule.Builder::clearActivityType),
                        rule("unknown kind", "activity_type", rule -> rule.setActivityTypeValue(99)),
                        rule(
                                "kind 0",
                                "activity_type",
                                rule -> rule.setActivityType(ActivityType.ACTIVITY_TYPE_UNSPECIFIED)),
                        rule("no amount", "amount", EarningRule.Builder::clearAmount),
                        rule(
                                "rounding",
                                "per_amount.rounding",
                                rule -> rule.getPerAmountBuilder().setUnits(1).setEach(100)),
                        rule(
                                "unknown period",
                                "caps[0].period",
                                rule -> rule.addCapsBuilder().setPeriodValue(77)),
                        rule("start", "starts_at", rule -> rule.setStartsAt(NO_MOMENT)),
                        rule("start", "starts_at", rule -> rule.setStartsAt(NO_SECOND)),
                        rule("end", "ends_at", rule -> rule.setEndsAt(NO_MOMENT)),
                        rule("condition", "condition", rule -> rule.setCondition("x".repeat(4_097))),
                        rule("condition", "condition", rule -> rule.setCondition("true\0")))
                .flatMap(cases -> cases));
    }

    @TestFactory
    Stream<DynamicTest> reading() {
        return BadInput.allRefused(Stream.of(
                new BadInput(
                        "GetProgram: version 0",
                        "version",
                        () -> STUB.getProgram(
                                GetProgramRequest.newBuilder().setVersion(0).build())),
                new BadInput(
                        "ListProgramVersions: page size",
                        "page_size",
                        () -> STUB.listProgramVersions(ListProgramVersionsRequest.newBuilder()
                                .setPageSize(-5)
                                .build())),
                new BadInput(
                        "ListProgramVersions: token",
                        "page_token",
                        () -> STUB.listProgramVersions(ListProgramVersionsRequest.newBuilder()
                                .setPageToken("zzzz")
                                .build()))));
    }

    private static BadInput apply(String name, String field, Consumer<ApplyProgramRequest.Builder> spoil) {
        ApplyProgramRequest.Builder request = Samples.application();
        spoil.accept(request);
        return new BadInput("ApplyProgram: " + name, field, () -> STUB.applyProgram(request.build()));
    }

    /** Planned and applied alike. */
    private static Stream<BadInput> program(String name, String field, Consumer<Program.Builder> spoil) {
        Program.Builder program = Samples.program();
        spoil.accept(program);
        PlanProgramRequest plan =
                PlanProgramRequest.newBuilder().setProgram(program).build();
        String path = "program." + field;
        return Stream.of(
                apply(name, path, request -> request.setProgram(program)),
                new BadInput("PlanProgram: " + name, path, () -> STUB.planProgram(plan)));
    }

    private static Stream<BadInput> rule(String name, String field, Consumer<EarningRule.Builder> spoil) {
        return program(name, "earning_rules[0]." + field, program -> spoil.accept(program.getEarningRulesBuilder(0)));
    }
}
