package dev.perennial.bootstrap.command.report;

import dev.perennial.bootstrap.command.client.Months;
import dev.perennial.contract.insight.v1.GetPeriodMetricsResponse;
import dev.perennial.contract.insight.v1.PeriodMetrics;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The monthly table as CSV: {@code month,active,new,retained,reactivated,retention,churn}. Shares are rounded to 6
 * decimals, without trailing zeros but with one decimal at least, as the reference tables write them; undefined ones
 * are empty.
 */
final class MonthlyCsv {

    private static final int DECIMALS = 6;

    private MonthlyCsv() {}

    static String of(GetPeriodMetricsResponse response) {
        StringBuilder csv = new StringBuilder("month,active,new,retained,reactivated,retention,churn\n");
        for (PeriodMetrics month : response.getPeriodsList()) {
            csv.append(Months.text(month.getStart()))
                    .append(',')
                    .append(month.getActive())
                    .append(',')
                    .append(month.getNew())
                    .append(',')
                    .append(month.getRetained())
                    .append(',')
                    .append(month.getReactivated())
                    .append(',')
                    .append(month.hasRetention() ? share(month.getRetention()) : "")
                    .append(',')
                    .append(month.hasChurn() ? share(month.getChurn()) : "")
                    .append('\n');
        }
        return csv.toString();
    }

    static String share(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return (rounded.scale() < 1 ? rounded.setScale(1) : rounded).toPlainString();
    }
}
