package dev.perennial.domain.program;

import dev.perennial.domain.shared.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Until when what was earned cannot be used yet; computed once, when it is earned. */
public sealed interface Pending {

    /** It can be used at once. */
    static Pending not() {
        return new ForDays(0);
    }

    /** So many days of 24 hours after the fact; 0 to 3,650. */
    record ForDays(int days) implements Pending {}

    /** Until a moment; what is earned later is not pending. */
    record Until(Instant moment) implements Pending {}

    /** Until the calendar period of the fact is over; never {@link Period#LIFETIME}. */
    record EndOf(Period period) implements Pending {}

    /**
     * Until a custom activity of that name tells of the same order, such as its delivery; cancelled if none occurs in
     * time.
     *
     * @param withinDays how many days of 24 hours after the fact it may take; 1 to 3,650
     */
    record UntilActivity(String name, int withinDays) implements Pending {}

    /** The end of waiting: the activation, or for {@link UntilActivity} the moment at which it is cancelled. */
    default Instant from(Instant earnedAt, ZoneId zone) {
        return switch (this) {
            case ForDays(int days) -> earnedAt.plus(Duration.ofDays(days));
            case Until(Instant moment) -> moment.isAfter(earnedAt) ? moment : earnedAt;
            case EndOf(Period period) -> {
                LocalDate start = period.startOf(LocalDate.ofInstant(earnedAt, zone));
                yield period.endOf(start).atStartOfDay(zone).toInstant();
            }
            case UntilActivity(String name, int days) -> earnedAt.plus(Duration.ofDays(days));
        };
    }
}
