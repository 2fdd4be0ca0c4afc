package dev.perennial.grpc.insight;

import dev.perennial.contract.insight.v1.GetCohortsRequest;
import dev.perennial.contract.insight.v1.GetPeriodMetricsRequest;
import dev.perennial.grpc.shared.SyntaxCheck;
import java.util.List;

/** What the annotations of insight requests cannot say. */
public final class InsightChecks {

    private InsightChecks() {}

    public static List<SyntaxCheck<?>> all() {
        return List.of(
                new SyntaxCheck<>(
                        GetCohortsRequest.class,
                        (request, problems) -> AskedMonths.of(request).check(problems)),
                new SyntaxCheck<>(
                        GetPeriodMetricsRequest.class,
                        (request, problems) -> AskedMonths.of(request).check(problems)));
    }
}
