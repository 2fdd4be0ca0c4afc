package dev.perennial.grpc.insight;

import com.google.type.Date;
import dev.perennial.contract.insight.v1.GetCohortsRequest;
import dev.perennial.contract.insight.v1.GetPeriodMetricsRequest;
import dev.perennial.grpc.shared.Problems;
import dev.perennial.grpc.shared.Times;
import java.time.YearMonth;
import java.util.Optional;

/** The months that a request asks for, either of which may be left open. */
record AskedMonths(Optional<Date> from, Optional<Date> to) {

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2999;

    static AskedMonths of(GetCohortsRequest request) {
        return of(request.hasFrom(), request.getFrom(), request.hasTo(), request.getTo());
    }

    static AskedMonths of(GetPeriodMetricsRequest request) {
        return of(request.hasFrom(), request.getFrom(), request.hasTo(), request.getTo());
    }

    private static AskedMonths of(boolean hasFrom, Date from, boolean hasTo, Date to) {
        return new AskedMonths(
                hasFrom ? Optional.of(from) : Optional.empty(), hasTo ? Optional.of(to) : Optional.empty());
    }

    Optional<YearMonth> first() {
        return from.flatMap(AskedMonths::month);
    }

    Optional<YearMonth> last() {
        return to.flatMap(AskedMonths::month);
    }

    void check(Problems problems) {
        check(from, problems.at("from"));
        check(to, problems.at("to"));
        if (first().isPresent() && last().isPresent()) {
            problems.at("to").require(!last().get().isBefore(first().get()), "must not be before from");
        }
    }

    private static void check(Optional<Date> given, Problems problems) {
        problems.require(
                given.isEmpty()
                        || given.flatMap(AskedMonths::month)
                                .filter(AskedMonths::isInRange)
                                .isPresent(),
                "must be a month from 1970 to 2999");
    }

    private static boolean isInRange(YearMonth month) {
        return month.getYear() >= FIRST_YEAR && month.getYear() <= LAST_YEAR;
    }

    /** Empty when there is no such day. */
    private static Optional<YearMonth> month(Date date) {
        return Times.dayOrMonth(date).map(YearMonth::from);
    }
}
