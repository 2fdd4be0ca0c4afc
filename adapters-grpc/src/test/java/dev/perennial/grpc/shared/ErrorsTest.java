package dev.perennial.grpc.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.perennial.application.shared.Overloaded;
import dev.perennial.application.shared.StorageException;
import dev.perennial.contract.activity.v1.ActivityServiceGrpc;
import dev.perennial.contract.feed.v1.MemberEnrolled;
import dev.perennial.contract.insight.v1.GetCohortsRequest;
import dev.perennial.contract.insight.v1.InsightServiceGrpc;
import dev.perennial.contract.ledger.v1.GetBalancesRequest;
import dev.perennial.contract.ledger.v1.LedgerServiceGrpc;
import dev.perennial.contract.member.v1.GetMemberRequest;
import dev.perennial.contract.member.v1.MemberServiceGrpc;
import dev.perennial.contract.program.v1.GetProgramRequest;
import dev.perennial.contract.program.v1.ProgramServiceGrpc;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every error is in the one error model and tells nothing of how the server is made. */
class ErrorsTest {

    private static SQLException cause() {
        return new SQLException("select * from member: connection to localhost:3306 lost, com.mysql.cj.jdbc");
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new StorageException.Unavailable(cause()), Code.UNAVAILABLE, "STORAGE_UNAVAILABLE"),
                Arguments.of(new StorageException.OutcomeUnknown(cause()), Code.UNAVAILABLE, "OUTCOME_UNKNOWN"),
                Arguments.of(new StorageException.Conflict(cause()), Code.ABORTED, "LOST_RACE"),
                Arguments.of(new StorageException.Rejected(cause()), Code.INTERNAL, "INTERNAL"),
                Arguments.of(new Overloaded("draining"), Code.UNAVAILABLE, "OVERLOADED"),
                Arguments.of(new IllegalStateException("dev.perennial.Secret", cause()), Code.INTERNAL, "INTERNAL"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whatStorageThrowsBecomesWhatACallerCanActOn(RuntimeException failure, Code code, String reason) {
        try (Edge edge = Edge.over(() -> failure)) {
            for (ThrowingCallable call : everyRead(edge)) {
                Refused refused = Refused.by(call);
                assertThat(refused.code()).isEqualTo(code);
                assertThat(refused.reason()).isEqualTo(reason);
            }
        }
    }

    private static List<ThrowingCallable> everyRead(Edge edge) {
        var members = edge.as(Edge.KEY, MemberServiceGrpc::newBlockingStub);
        var ledger = edge.as(Edge.KEY, LedgerServiceGrpc::newBlockingStub);
        var programs = edge.as(Edge.KEY, ProgramServiceGrpc::newBlockingStub);
        var insight = edge.as(Edge.KEY, InsightServiceGrpc::newBlockingStub);
        return List.of(
                () -> members.getMember(
                        GetMemberRequest.newBuilder().setMemberId("anna").build()),
                () -> ledger.getBalances(
                        GetBalancesRequest.newBuilder().setMemberId("anna").build()),
                () -> programs.getProgram(GetProgramRequest.getDefaultInstance()),
                () -> insight.getCohorts(GetCohortsRequest.getDefaultInstance()));
    }

    @Test
    void whatLanesThrowReachesTheCallerToo() {
        try (Edge edge = Edge.over(() -> new StorageException.Unavailable(cause()))) {
            var activities = edge.as(Edge.KEY, ActivityServiceGrpc::newBlockingStub);
            Refused refused = Refused.by(() -> activities.recordActivity(Samples.record(Samples.purchase())));
            assertThat(refused.code()).isEqualTo(Code.UNAVAILABLE);
        }
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonHasItsCode(Reason reason) {
        Refused refused = Refused.of(Refusals.status(Refusal.of(reason, "no")));
        assertThat(refused.reason()).isEqualTo(reason.name());
        assertThat(refused.code())
                .isEqualTo(
                        switch (reason.kind()) {
                            case INVALID -> Code.INVALID_ARGUMENT;
                            case UNKNOWN -> Code.NOT_FOUND;
                            case EXISTS -> Code.ALREADY_EXISTS;
                            case PRECONDITION -> Code.FAILED_PRECONDITION;
                            case RACE -> Code.ABORTED;
                            case EXHAUSTED -> Code.RESOURCE_EXHAUSTED;
                            case RANGE -> Code.OUT_OF_RANGE;
                        });
    }

    @Test
    void anErrorReturnsTheCallersCorrelationIdOrANewOne() {
        try (Edge edge = Edge.over(() -> new IllegalStateException("bug"))) {
            assertThat(correlationId(edge, "cart-77")).isEqualTo("cart-77");
            assertThat(correlationId(edge, "two words")).isEqualTo("two words");
            assertThat(correlationId(edge, "x".repeat(129))).isEqualTo("made-here");
            assertThat(correlationId(edge, "")).isEqualTo("made-here");
        }
    }

    private static String correlationId(Edge edge, String sent) {
        Metadata headers = new Metadata();
        headers.put(MetadataKeys.CORRELATION_ID, sent);
        var stub = edge.as(Edge.KEY, MemberServiceGrpc::newBlockingStub)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
        StatusRuntimeException thrown = catchThrowableOfType(
                StatusRuntimeException.class,
                () -> stub.getMember(
                        GetMemberRequest.newBuilder().setMemberId("anna").build()));
        return thrown.getTrailers().get(MetadataKeys.CORRELATION_ID);
    }

    @Test
    void aMethodThatDoesNotExistIsUnimplemented() {
        MethodDescriptor<MemberEnrolled, MemberEnrolled> unknown =
                MethodDescriptor.<MemberEnrolled, MemberEnrolled>newBuilder()
                        .setType(MethodDescriptor.MethodType.UNARY)
                        .setFullMethodName("perennial.member.v1.MemberService/FireMember")
                        .setRequestMarshaller(ProtoUtils.marshaller(MemberEnrolled.getDefaultInstance()))
                        .setResponseMarshaller(ProtoUtils.marshaller(MemberEnrolled.getDefaultInstance()))
                        .build();
        try (Edge edge = Edge.over(IllegalStateException::new)) {
            Channel channel = ClientInterceptors.intercept(edge.channel());
            Refused refused = Refused.by(() -> ClientCalls.blockingUnaryCall(
                    channel, unknown, CallOptions.DEFAULT, MemberEnrolled.getDefaultInstance()));
            assertThat(refused.code()).isEqualTo(Code.UNIMPLEMENTED);
            assertThat(refused.reason()).isEqualTo("UNIMPLEMENTED");
        }
    }

    @Test
    void bytesThatAreNoMessageAreAnInvalidRequest() {
        try (Edge edge = Edge.over(() -> new IllegalStateException("storage was touched"))) {
            for (String method : List.of("member.v1.MemberService/GetMember", "ledger.v1.LedgerService/AdjustUnits")) {
                Refused refused = Refused.by(() -> Garbage.sendTo(edge, "perennial." + method, MethodType.UNARY));
                assertThat(refused.code()).isEqualTo(Code.INVALID_ARGUMENT);
                assertThat(refused.reason()).isEqualTo("INVALID_REQUEST");
            }
        }
    }

    @Test
    void bytesThatAreNoMessageEndAStream() {
        try (Edge edge = Edge.over(() -> new IllegalStateException("storage was touched"))) {
            Refused refused = Refused.by(() -> Garbage.sendTo(
                    edge, "perennial.activity.v1.ActivityService/RecordActivities", MethodType.BIDI_STREAMING));
            assertThat(refused.code()).isEqualTo(Code.INVALID_ARGUMENT);
            assertThat(refused.reason()).isEqualTo("INVALID_REQUEST");
        }
    }

    @Test
    void aDeadlineThatHasPassedHasNoEffect() {
        try (Edge edge = Edge.over(() -> new IllegalStateException("storage was touched"))) {
            var stub = edge.as(Edge.KEY, MemberServiceGrpc::newBlockingStub).withDeadlineAfter(-1, TimeUnit.SECONDS);
            StatusRuntimeException thrown = catchThrowableOfType(
                    StatusRuntimeException.class,
                    () -> stub.enrolMember(Samples.enrolment().build()));
            assertThat(thrown.getStatus().getCode()).isEqualTo(Code.DEADLINE_EXCEEDED);
        }
    }
}
