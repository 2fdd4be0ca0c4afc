package dev.perennial.grpc.sandbox;

import static dev.perennial.grpc.shared.Samples.SANDBOX_NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import com.google.type.Date;
import dev.perennial.contract.activity.v1.Activity;
import dev.perennial.contract.activity.v1.SimulateActivityRequest;
import dev.perennial.contract.member.v1.Profile;
import dev.perennial.contract.sandbox.v1.AdvanceClockRequest;
import dev.perennial.contract.sandbox.v1.AdvanceClockResponse;
import dev.perennial.contract.sandbox.v1.GetClockRequest;
import dev.perennial.contract.sandbox.v1.GetClockResponse;
import dev.perennial.contract.sandbox.v1.SandboxServiceGrpc;
import dev.perennial.contract.sandbox.v1.SandboxServiceGrpc.SandboxServiceBlockingStub;
import dev.perennial.grpc.shared.BadInput;
import dev.perennial.grpc.shared.Edge;
import dev.perennial.grpc.shared.Refused;
import dev.perennial.grpc.shared.Samples;
import dev.perennial.grpc.shared.Shop;
import dev.perennial.grpc.shared.Times;
import io.grpc.Status.Code;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A sandbox at the edge: what is refused, and what is the future to it. Its clock is two years ahead of real time. */
class SandboxTest {

    private final Edge edge = Edge.inMemory();
    private final SandboxServiceBlockingStub stub = edge.as(Edge.SANDBOX_KEY, SandboxServiceGrpc::newBlockingStub);
    private final SandboxServiceBlockingStub realStub = edge.as(Edge.KEY, SandboxServiceGrpc::newBlockingStub);
    private final Shop sandbox = Shop.of(edge, Edge.SANDBOX_KEY);
    private final Shop real = Shop.of(edge, Edge.KEY);

    @AfterEach
    void stop() {
        edge.close();
    }

    @TestFactory
    Stream<DynamicTest> malformedMoments() {
        return BadInput.allRefused(Stream.of(
                new BadInput("AdvanceClock, no moment", "to", () -> advance(AdvanceClockRequest.getDefaultInstance())),
                new BadInput("AdvanceClock, nanoseconds", "to", () -> advance(raw(0, 1_000_000_000))),
                new BadInput("AdvanceClock, year 10000", "to", () -> advance(raw(253_402_300_800L, 0))),
                new BadInput("AdvanceClock, beyond any year", "to", () -> advance(raw(Long.MAX_VALUE, 0))),
                new BadInput("AdvanceClock, past", "to", () -> advance(SANDBOX_NOW.minusNanos(1_000))),
                new BadInput("AdvanceClock, far", "to", () -> advance(SANDBOX_NOW.plus(Duration.ofDays(3_654))))));
    }

    @Test
    void whatIsMalformedIsRefusedBeforeStorageIsTouched() {
        try (Edge broken = Edge.over(() -> new IllegalStateException("storage was touched"))) {
            SandboxServiceBlockingStub ofBroken = broken.as(Edge.KEY, SandboxServiceGrpc::newBlockingStub);
            Refused refused = Refused.by(() -> ofBroken.advanceClock(AdvanceClockRequest.getDefaultInstance())
                    .forEachRemaining(reply -> {}));
            assertThat(refused.reason()).isEqualTo("INVALID_REQUEST");
        }
    }

    @Test
    void aRealTenantIsRefused() {
        Refused advancing =
                Refused.by(() -> realStub.advanceClock(to(SANDBOX_NOW)).forEachRemaining(reply -> {}));
        Refused asking = Refused.by(() -> realStub.getClock(GetClockRequest.getDefaultInstance()));

        assertThat(List.of(advancing, asking)).allSatisfy(refused -> {
            assertThat(refused.code()).isEqualTo(Code.FAILED_PRECONDITION);
            assertThat(refused.reason()).isEqualTo("NOT_A_SANDBOX");
        });
    }

    @Test
    void nobodyMovesAClockWithoutAKey() {
        SandboxServiceBlockingStub stranger = SandboxServiceGrpc.newBlockingStub(edge.channel());

        assertThat(Refused.by(() -> stranger.advanceClock(to(SANDBOX_NOW)).forEachRemaining(reply -> {}))
                        .code())
                .isEqualTo(Code.UNAUTHENTICATED);
    }

    @Test
    void theLastMessageIsTheOneAtTheMomentAskedFor() {
        Instant later = SANDBOX_NOW.plus(Duration.ofDays(400)).plusNanos(123_456_789);
        AdvanceClockResponse last = advance(later).getLast();

        assertThat(Times.toDomain(last.getClock()))
                .isEqualTo(SANDBOX_NOW.plus(Duration.ofDays(400)).plusNanos(123_456_000));
        assertThat(stub.getClock(GetClockRequest.getDefaultInstance()))
                .isEqualTo(
                        GetClockResponse.newBuilder().setClock(last.getClock()).build());
        assertThat(advance(later).getLast().getMembersAdvanced()).isZero();
    }

    @Test
    void theFutureBeginsADayAfterItsOwnClock() {
        var _ = sandbox.opened();
        Activity.Builder purchase =
                Samples.purchase().setOccurredAt(Times.toProto(SANDBOX_NOW.plus(Duration.ofDays(1))));
        Activity.Builder tooFar = purchase.clone()
                .setOccurredAt(
                        Times.toProto(SANDBOX_NOW.plus(Duration.ofDays(1)).plusNanos(1_000)));

        isRefused("activity.occurred_at", () -> sandbox.activities().recordActivity(Samples.record(tooFar)));
        isRefused(
                "activity.occurred_at",
                () -> sandbox.activities()
                        .simulateActivity(SimulateActivityRequest.newBuilder()
                                .setActivity(tooFar)
                                .build()));
        var _ = sandbox.activities().recordActivity(Samples.record(purchase));
    }

    @Test
    void birthDatesGoByItsOwnClock() {
        Profile.Builder unborn = Profile.newBuilder()
                .setBirthDate(Date.newBuilder().setYear(2028).setMonth(3).setDay(2));
        Profile.Builder newborn = Profile.newBuilder()
                .setBirthDate(Date.newBuilder().setYear(2028).setMonth(3).setDay(1));

        isRefused(
                "profile.birth_date",
                () -> sandbox.members()
                        .enrolMember(Samples.enrolment().setProfile(unborn).build()));
        isRefused(
                "profile.birth_date",
                () -> real.members()
                        .enrolMember(Samples.enrolment().setProfile(newborn).build()));
        var _ = sandbox.members()
                .enrolMember(Samples.enrolment().setProfile(newborn).build());
        isRefused(
                "profile.birth_date",
                () -> sandbox.members()
                        .updateMember(Samples.update().setProfile(unborn).build()));
    }

    private static void isRefused(String field, Runnable call) {
        Refused refused = Refused.by(call::run);
        assertThat(refused.code()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(refused.fields()).containsExactly(field);
    }

    private List<AdvanceClockResponse> advance(Instant moment) {
        return advance(to(moment));
    }

    private List<AdvanceClockResponse> advance(AdvanceClockRequest request) {
        List<AdvanceClockResponse> replies = new ArrayList<>();
        stub.advanceClock(request).forEachRemaining(replies::add);
        return replies;
    }

    private static AdvanceClockRequest to(Instant moment) {
        return AdvanceClockRequest.newBuilder().setTo(Times.toProto(moment)).build();
    }

    private static AdvanceClockRequest raw(long seconds, int nanos) {
        return AdvanceClockRequest.newBuilder()
                .setTo(Timestamp.newBuilder().setSeconds(seconds).setNanos(nanos))
                .build();
    }
}
