package dev.perennial.bootstrap.command.report;

import dev.perennial.bootstrap.command.client.Months;
import dev.perennial.contract.insight.v1.Cohort;
import dev.perennial.contract.insight.v1.GetCohortsResponse;
import java.util.List;

/**
 * The cohort matrix as CSV: {@code cohort,m0,m1,…}, counts. Every row has the columns of the oldest cohort; what lies
 * after the last month is empty. Months in which nobody bought for the first time have no row.
 */
final class CohortCsv {

    private CohortCsv() {}

    static String of(GetCohortsResponse response) {
        List<Cohort> cohorts = withMembers(response);
        int width = cohorts.stream().mapToInt(Cohort::getCountsCount).max().orElse(0);
        StringBuilder csv = new StringBuilder("cohort");
        for (int month = 0; month < width; month++) {
            csv.append(",m").append(month);
        }
        csv.append('\n');
        for (Cohort cohort : cohorts) {
            csv.append(Months.text(cohort.getMonth()));
            for (int month = 0; month < width; month++) {
                csv.append(',');
                if (month < cohort.getCountsCount()) {
                    csv.append(cohort.getCounts(month));
                }
            }
            csv.append('\n');
        }
        return csv.toString();
    }

    /** The cohorts that somebody belongs to. */
    static List<Cohort> withMembers(GetCohortsResponse response) {
        return response.getCohortsList().stream()
                .filter(cohort -> cohort.getCountsCount() > 0 && cohort.getCounts(0) > 0)
                .toList();
    }
}
