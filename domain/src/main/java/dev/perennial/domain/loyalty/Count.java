package dev.perennial.domain.loyalty;

import dev.perennial.domain.program.CounterDocument.Window;
import dev.perennial.domain.shared.Period;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far one counter is: no more than it needs to go on counting. Facts come in the order in which they occurred.
 *
 * @param buckets what was added up, by the first day of a period or, for a rolling window, by day
 * @param run how many periods in a row reached their value before the last bucket's; of use for streaks only
 */
public record Count(SortedMap<LocalDate, Long> buckets, long run) {

    public static final Count NONE = new Count(new TreeMap<>(), 0);

    public Count {
        buckets = Collections.unmodifiableSortedMap(new TreeMap<>(buckets));
    }

    /** After so much more on a day. */
    Count after(Window window, LocalDate day, long amount) {
        return switch (window) {
            case Window.Current(Period period) -> {
                LocalDate start = period.startOf(day);
                yield new Count(sum(buckets.tailMap(start), start, amount), 0);
            }
            case Window.Rolling(int days) -> new Count(sum(buckets.tailMap(oldest(day, days)), day, amount), 0);
            case Window.Streak(Period period, long atLeast) -> {
                LocalDate start = period.startOf(day);
                long before = buckets.containsKey(start) ? run : value(window, start);
                yield new Count(sum(buckets.tailMap(start), start, amount), before);
            }
        };
    }

    /** The counter's value on a day, which no counted fact comes after. */
    long value(Window window, LocalDate day) {
        return switch (window) {
            case Window.Current(Period period) -> buckets.getOrDefault(period.startOf(day), 0L);
            case Window.Rolling(int days) ->
                buckets.tailMap(oldest(day, days)).values().stream()
                        .reduce(Math::addExact)
                        .orElse(0L);
            case Window.Streak(Period period, long atLeast) -> streak(period, atLeast, period.startOf(day));
        };
    }

    private long streak(Period period, long atLeast, LocalDate current) {
        if (buckets.isEmpty()) {
            return 0;
        }
        LocalDate last = buckets.lastKey();
        long upToLast = buckets.getOrDefault(last, 0L) >= atLeast ? run + 1 : 0;
        if (last.equals(current)) {
            return Math.max(run, upToLast); // while the period goes on, what came before is not broken
        }
        return period.endOf(last).equals(current) ? upToLast : 0;
    }

    private static LocalDate oldest(LocalDate day, int days) {
        return day.minusDays(days - 1L);
    }

    private static SortedMap<LocalDate, Long> sum(SortedMap<LocalDate, Long> kept, LocalDate at, long amount) {
        SortedMap<LocalDate, Long> next = new TreeMap<>(kept);
        next.merge(at, amount, Math::addExact);
        return next;
    }
}
