package dev.perennial.grpc.insight;

import com.google.type.Date;
import dev.perennial.application.insight.Retention;
import dev.perennial.contract.insight.v1.GetCohortsRequest;
import dev.perennial.contract.insight.v1.GetCohortsResponse;
import dev.perennial.contract.insight.v1.GetPeriodMetricsRequest;
import dev.perennial.contract.insight.v1.GetPeriodMetricsResponse;
import dev.perennial.contract.insight.v1.InsightServiceGrpc;
import dev.perennial.grpc.shared.Caller;
import dev.perennial.grpc.shared.Replies;
import dev.perennial.grpc.shared.Times;
import io.grpc.stub.StreamObserver;
import java.time.LocalDate;
import java.util.Optional;

/** How customers come back. */
public final class InsightGrpcService extends InsightServiceGrpc.InsightServiceImplBase {

    private final Retention retention;

    public InsightGrpcService(Retention retention) {
        this.retention = retention;
    }

    @Override
    public void getCohorts(GetCohortsRequest request, StreamObserver<GetCohortsResponse> observer) {
        var matrix = retention.cohorts(
                Caller.tenant(), month(request.hasFrom(), request.getFrom()), month(request.hasTo(), request.getTo()));
        Replies.send(matrix.map(InsightTranslator::toProto), observer);
    }

    @Override
    public void getPeriodMetrics(GetPeriodMetricsRequest request, StreamObserver<GetPeriodMetricsResponse> observer) {
        var table = retention.periodMetrics(
                Caller.tenant(), month(request.hasFrom(), request.getFrom()), month(request.hasTo(), request.getTo()));
        Replies.send(table.map(InsightTranslator::toProto), observer);
    }

    private static Optional<LocalDate> month(boolean given, Date month) {
        return given ? Times.dayOrMonth(month) : Optional.empty();
    }
}
