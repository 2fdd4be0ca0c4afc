package dev.perennial.grpc.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import dev.perennial.contract.program.v1.SimulateProgramRequest;
import dev.perennial.contract.program.v1.SimulationServiceGrpc;
import dev.perennial.contract.program.v1.SimulationServiceGrpc.SimulationServiceBlockingStub;
import dev.perennial.grpc.shared.BadInput;
import dev.perennial.grpc.shared.Edge;
import dev.perennial.grpc.shared.Refused;
import dev.perennial.grpc.shared.Samples;
import dev.perennial.grpc.shared.Shop;
import dev.perennial.grpc.shared.Times;
import io.grpc.Status.Code;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Simulations that are malformed, and those that are well formed and cannot be. */
class BadSimulationRequestsTest {

    private static final Edge BROKEN = Edge.over(() -> new IllegalStateException("storage was touched"));
    private static final Edge EDGE = Edge.inMemory();

    @AfterAll
    static void stop() {
        BROKEN.close();
        EDGE.close();
    }

    @TestFactory
    Stream<DynamicTest> whatIsMalformedIsRefusedBeforeStorageIsTouched() {
        return BadInput.allRefused(Stream.of(
                bad("from", SimulateProgramRequest.newBuilder()),
                bad("from", good().setFrom(Timestamp.newBuilder().setNanos(1_000_000_000))),
                bad("to", good().setTo(Timestamp.newBuilder().setSeconds(Long.MAX_VALUE))),
                bad("version", good().setVersion(0)),
                bad("version", good().setVersion(-1)),
                bad("sample_percent", good().setSamplePercent(-1)),
                bad("sample_percent", good().setSamplePercent(101)),
                bad("unit", good().setUnit("Points")),
                bad("unit", good().setUnit("x".repeat(41))),
                bad("unit", good().setUnit("po\0ints"))));
    }

    @Test
    void aPeriodThatBeginsBeforeTheFirstVersionIsRefused() {
        var _ = Shop.of(EDGE, Edge.KEY).opened();
        SimulateProgramRequest.Builder request =
                SimulateProgramRequest.newBuilder().setFrom(Times.toProto(Samples.NOW.minus(Duration.ofDays(1))));
        Refused tooEarly = refused(EDGE, request);
        assertThat(tooEarly.code()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(tooEarly.fields()).containsExactly("from");
    }

    @Test
    void nobodySimulatesWithoutAProgram() {
        Refused refused = Refused.by(() -> simulate(EDGE, Edge.RIVALS_KEY, good()));
        assertThat(refused.code()).isEqualTo(Code.FAILED_PRECONDITION);
        assertThat(refused.reason()).isEqualTo("PROGRAM_NOT_APPLIED");
    }

    @Test
    void nobodySimulatesWithoutAKey() {
        SimulationServiceBlockingStub stranger = SimulationServiceGrpc.newBlockingStub(EDGE.channel());
        Refused refused =
                Refused.by(() -> stranger.simulateProgram(good().build()).forEachRemaining(reply -> {}));
        assertThat(refused.code()).isEqualTo(Code.UNAUTHENTICATED);
    }

    private static SimulateProgramRequest.Builder good() {
        return SimulateProgramRequest.newBuilder().setFrom(Times.toProto(Samples.NOW));
    }

    private static BadInput bad(String field, SimulateProgramRequest.Builder request) {
        return new BadInput("SimulateProgram", field, () -> simulate(BROKEN, Edge.KEY, request));
    }

    private static Refused refused(Edge edge, SimulateProgramRequest.Builder request) {
        return Refused.by(() -> simulate(edge, Edge.KEY, request));
    }

    private static void simulate(Edge edge, String key, SimulateProgramRequest.Builder request) {
        edge.as(key, SimulationServiceGrpc::newBlockingStub)
                .simulateProgram(request.build())
                .forEachRemaining(reply -> {});
    }
}
