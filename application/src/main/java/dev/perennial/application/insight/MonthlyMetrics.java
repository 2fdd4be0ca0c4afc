package dev.perennial.application.insight;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Who bought, month by month.
 *
 * @param zone whose months these are
 * @param incomplete whether the last month is the running one, which is not over yet; it is to be kept out of averages
 * @param knownAt when this was read: late facts and refunds can still change it
 */
public record MonthlyMetrics(List<Month> months, ZoneId zone, boolean incomplete, Instant knownAt) {

    /**
     * One month.
     *
     * @param active who bought
     * @param firstTime whose first purchase ever it was
     * @param retained who had bought in the month before, too
     * @param previous who bought in the month before
     */
    public record Month(YearMonth month, long active, long firstTime, long retained, long previous) {

        /** Who bought again after a month without: active − new − retained. */
        public long reactivated() {
            return active - firstTime - retained;
        }

        /** Retained ÷ active in the month before (non-contractual base), from 0 to 1; undefined when nobody was. */
        public OptionalDouble retention() {
            return previous == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) retained / previous);
        }

        /** 1 − retention, from 0 to 1. */
        public OptionalDouble churn() {
            return previous == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of((double) (previous - retained) / previous);
        }
    }
}
