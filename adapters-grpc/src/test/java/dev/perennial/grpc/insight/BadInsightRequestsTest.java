package dev.perennial.grpc.insight;

import com.google.type.Date;
import dev.perennial.contract.insight.v1.GetCohortsRequest;
import dev.perennial.contract.insight.v1.GetPeriodMetricsRequest;
import dev.perennial.contract.insight.v1.InsightServiceGrpc;
import dev.perennial.contract.insight.v1.InsightServiceGrpc.InsightServiceBlockingStub;
import dev.perennial.grpc.shared.BadInput;
import dev.perennial.grpc.shared.Edge;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Malformed questions. Storage fails in these tests, so what is refused as malformed has not touched it. */
class BadInsightRequestsTest {

    private static final Edge EDGE = Edge.over(() -> new IllegalStateException("storage was touched"));
    private static final InsightServiceBlockingStub STUB = EDGE.as(Edge.KEY, InsightServiceGrpc::newBlockingStub);

    @AfterAll
    static void stop() {
        EDGE.close();
    }

    @TestFactory
    Stream<DynamicTest> months() {
        return BadInput.allRefused(Stream.of(
                        asked("from", date(2024, 13, 0), date(2025, 1, 0)),
                        asked("from", date(0, 1, 0), date(2025, 1, 0)),
                        asked("from", date(1969, 12, 1), date(2025, 1, 0)),
                        asked("from", date(2023, 2, 29), date(2025, 1, 0)),
                        asked("to", date(2024, 1, 0), date(3000, 1, 1)),
                        asked("to", date(2024, 1, 0), date(2024, -1, 0)),
                        asked("to", date(2024, 2, 0), date(2024, 1, 31)))
                .flatMap(cases -> cases));
    }

    private static Stream<BadInput> asked(String field, Date from, Date to) {
        GetCohortsRequest cohorts =
                GetCohortsRequest.newBuilder().setFrom(from).setTo(to).build();
        GetPeriodMetricsRequest metrics =
                GetPeriodMetricsRequest.newBuilder().setFrom(from).setTo(to).build();
        return Stream.of(
                new BadInput("GetCohorts", field, () -> STUB.getCohorts(cohorts)),
                new BadInput("GetPeriodMetrics", field, () -> STUB.getPeriodMetrics(metrics)));
    }

    private static Date date(int year, int month, int day) {
        return Date.newBuilder().setYear(year).setMonth(month).setDay(day).build();
    }
}
