package dev.perennial.domain.shared;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** A calendar period; which instants it holds depends on the time zone in which its dates are read. */
public enum Period {
    DAY,
    /** The ISO week, Monday to Sunday. */
    WEEK,
    MONTH,
    QUARTER,
    YEAR,
    /** All of a member's time: it has one beginning and no end. */
    LIFETIME;

    /** After an amount: {@code 60 a month}. */
    public String words() {
        return this == LIFETIME ? "in a lifetime" : "a " + name().toLowerCase(Locale.ROOT);
    }

    /** The first day of the period that holds the day. */
    public LocalDate startOf(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> LocalDate.of(day.getYear(), day.getMonth().firstMonthOfQuarter(), 1);
            case YEAR -> day.withDayOfYear(1);
            case LIFETIME -> LocalDate.EPOCH;
        };
    }

    /** The first day after the period that starts on the day; {@link LocalDate#MAX} for {@link #LIFETIME}. */
    public LocalDate endOf(LocalDate start) {
        return switch (this) {
            case DAY -> start.plusDays(1);
            case WEEK -> start.plusWeeks(1);
            case MONTH -> start.plusMonths(1);
            case QUARTER -> start.plus(3, ChronoUnit.MONTHS);
            case YEAR -> start.plusYears(1);
            case LIFETIME -> LocalDate.MAX;
        };
    }
}
