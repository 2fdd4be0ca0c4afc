package dev.perennial.application.insight;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;

/**
 * How many members of each cohort bought again, month by month.
 *
 * @param months the months of the matrix, ascending
 * @param rows one for each month, in the same order
 * @param zone whose months these are
 * @param incomplete whether the last month is the running one, which is not over yet
 * @param knownAt when this was read: late facts and refunds can still change it
 */
public record CohortMatrix(List<YearMonth> months, List<Row> rows, ZoneId zone, boolean incomplete, Instant knownAt) {

    /**
     * The members whose first purchase ever was in one month.
     *
     * @param active how many of them bought in that month, the one after, and so on to the last month
     */
    public record Row(YearMonth cohort, List<Long> active) {}
}
