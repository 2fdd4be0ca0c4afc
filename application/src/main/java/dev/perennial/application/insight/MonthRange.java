package dev.perennial.application.insight;

import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * The months that a question is about.
 *
 * @param months ascending, without gaps; may be empty
 * @param zone whose months they are
 * @param incomplete whether the last one is the running month
 * @param knownAt when the question was asked
 */
record MonthRange(List<YearMonth> months, ZoneId zone, boolean incomplete, Instant knownAt) {

    /** Fifty years: enough for any shop, and few enough for one statement. */
    private static final int MONTHS_MAX = 600;

    static MonthRange empty(ZoneId zone, Instant now) {
        return new MonthRange(List.of(), zone, false, now);
    }

    /**
     * The months of a range as far as they have begun: nobody can be retained in a month that has not.
     *
     * @return empty when the range ends before it begins; refused when it has too many months
     */
    static Result<MonthRange> of(YearMonth first, YearMonth last, ZoneId zone, Instant now) {
        YearMonth running = YearMonth.from(now.atZone(zone));
        YearMonth end = last.isAfter(running) ? running : last;
        if (end.isBefore(first)) {
            return Result.ok(empty(zone, now));
        }
        long size = first.until(end, ChronoUnit.MONTHS) + 1;
        if (size > MONTHS_MAX) {
            return Result.refused(Refusal.invalid("to", "must be at most " + MONTHS_MAX + " months after from"));
        }
        List<YearMonth> months =
                Stream.iterate(first, month -> month.plusMonths(1)).limit(size).toList();
        return Result.ok(new MonthRange(months, zone, end.equals(running), now));
    }

    boolean isEmpty() {
        return months.isEmpty();
    }

    /** The first moment of each month, and of the one after the last. */
    List<Instant> boundaries() {
        return starts(months.getFirst());
    }

    /** The same with the month before the first, on which the first one's retention depends. */
    List<Instant> boundariesWithMonthBefore() {
        return starts(months.getFirst().minusMonths(1));
    }

    private List<Instant> starts(YearMonth first) {
        YearMonth afterLast = months.getLast().plusMonths(1);
        return Stream.iterate(first, month -> !month.isAfter(afterLast), month -> month.plusMonths(1))
                .map(month -> month.atDay(1).atStartOfDay(zone).toInstant())
                .toList();
    }
}
