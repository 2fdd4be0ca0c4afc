package dev.perennial.domain.program;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** When what was earned runs out; computed once, when it is earned. */
public sealed interface Expiry {

    /** It never runs out. */
    record Never() implements Expiry {}

    /** So many days of 24 hours after the fact; 1 to 36,500. */
    record AfterDays(int days) implements Expiry {}

    /** So many calendar months after the fact, on the same day of the month or its last; 1 to 1,200. */
    record AfterMonths(int months) implements Expiry {}

    /** At the end of the calendar month so many months after the fact's; 0 is the end of the same month; 0 to 1,200. */
    record EndOfMonth(int monthsLater) implements Expiry {}

    /** At the end of the calendar year so many years after the fact's; 0 to 100. */
    record EndOfYear(int yearsLater) implements Expiry {}

    /** The first moment at which units earned at the given one can no longer be used, or null for never. */
    default @Nullable Instant from(Instant earnedAt, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(earnedAt, zone);
        return switch (this) {
            case Never() -> null;
            case AfterDays(int days) -> earnedAt.plus(Duration.ofDays(days));
            case AfterMonths(int months) ->
                earnedAt.atZone(zone).plusMonths(months).toInstant();
            case EndOfMonth(int months) ->
                day.withDayOfMonth(1).plusMonths(months + 1L).atStartOfDay(zone).toInstant();
            case EndOfYear(int years) ->
                day.withDayOfYear(1).plusYears(years + 1L).atStartOfDay(zone).toInstant();
        };
    }
}
