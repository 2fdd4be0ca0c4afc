package dev.perennial.grpc.insight;

import dev.perennial.application.insight.CohortMatrix;
import dev.perennial.application.insight.MonthlyMetrics;
import dev.perennial.contract.insight.v1.Cohort;
import dev.perennial.contract.insight.v1.GetCohortsResponse;
import dev.perennial.contract.insight.v1.GetPeriodMetricsResponse;
import dev.perennial.contract.insight.v1.PeriodMetrics;
import dev.perennial.grpc.shared.Times;
import java.time.YearMonth;

/** Cohorts and months as their readers get them. */
final class InsightTranslator {

    private InsightTranslator() {}

    static GetCohortsResponse toProto(CohortMatrix matrix) {
        GetCohortsResponse.Builder proto = GetCohortsResponse.newBuilder()
                .setTimeZone(matrix.zone().getId())
                .setAsKnownAt(Times.toProto(matrix.knownAt()));
        for (CohortMatrix.Row row : matrix.rows()) {
            proto.addCohorts(
                    Cohort.newBuilder().setMonth(Times.toProto(row.cohort())).addAllCounts(row.active()));
        }
        if (matrix.incomplete()) {
            proto.setIncompleteMonth(Times.toProto(matrix.months().getLast()));
        }
        return proto.build();
    }

    static GetPeriodMetricsResponse toProto(MonthlyMetrics table) {
        GetPeriodMetricsResponse.Builder proto = GetPeriodMetricsResponse.newBuilder()
                .setTimeZone(table.zone().getId())
                .setAsKnownAt(Times.toProto(table.knownAt()));
        for (MonthlyMetrics.Month month : table.months()) {
            boolean last = month.month().equals(table.months().getLast().month());
            proto.addPeriods(metrics(month, last && table.incomplete()));
        }
        return proto.build();
    }

    private static PeriodMetrics metrics(MonthlyMetrics.Month month, boolean incomplete) {
        YearMonth start = month.month();
        PeriodMetrics.Builder proto = PeriodMetrics.newBuilder()
                .setStart(Times.toProto(start))
                .setIncomplete(incomplete)
                .setActive(month.active())
                .setNew(month.firstTime())
                .setRetained(month.retained())
                .setReactivated(month.reactivated());
        month.retention().ifPresent(proto::setRetention);
        month.churn().ifPresent(proto::setChurn);
        return proto.build();
    }
}
