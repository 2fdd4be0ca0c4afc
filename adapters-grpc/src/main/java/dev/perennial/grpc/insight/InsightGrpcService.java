package dev.perennial.grpc.insight;

import dev.perennial.application.insight.Retention;
import dev.perennial.contract.insight.v1.GetCohortsRequest;
import dev.perennial.contract.insight.v1.GetCohortsResponse;
import dev.perennial.contract.insight.v1.GetPeriodMetricsRequest;
import dev.perennial.contract.insight.v1.GetPeriodMetricsResponse;
import dev.perennial.contract.insight.v1.InsightServiceGrpc;
import dev.perennial.grpc.shared.Caller;
import dev.perennial.grpc.shared.Replies;
import io.grpc.stub.StreamObserver;

/** How customers come back. */
public final class InsightGrpcService extends InsightServiceGrpc.InsightServiceImplBase {

    private final Retention retention;

    public InsightGrpcService(Retention retention) {
        this.retention = retention;
    }

    @Override
    public void getCohorts(GetCohortsRequest request, StreamObserver<GetCohortsResponse> observer) {
        AskedMonths months = AskedMonths.of(request);
        var matrix = retention.cohorts(Caller.tenant(), months.first(), months.last());
        Replies.send(matrix.map(InsightTranslator::toProto), observer);
    }

    @Override
    public void getPeriodMetrics(GetPeriodMetricsRequest request, StreamObserver<GetPeriodMetricsResponse> observer) {
        AskedMonths months = AskedMonths.of(request);
        var table = retention.periodMetrics(Caller.tenant(), months.first(), months.last());
        Replies.send(table.map(InsightTranslator::toProto), observer);
    }
}
