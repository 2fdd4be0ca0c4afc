package dev.perennial.domain.loyalty;

import dev.perennial.domain.program.CelebrationsDocument.LeapDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A member's next birthday. It is a day and not a moment, so that it stays the same day wherever the member moves; and
 * it keeps no more of the birth date than that needs.
 *
 * @param next null when no birth date is known
 * @param onLeapDay whether the member was born on 29 February
 * @param lastYear the calendar year of the last one that was kept, 0 for none: there is one a year, whatever changes
 */
public record Birthday(@Nullable LocalDate next, boolean onLeapDay, int lastYear) {

    public static final Birthday UNKNOWN = new Birthday(null, false, 0);

    private static final MonthDay LEAP_DAY = MonthDay.of(Month.FEBRUARY, 29);

    /**
     * The first birthday that begins at or after the moment and is not a second one in its year.
     *
     * @param birthDate null when it is not known (any more)
     */
    Birthday of(@Nullable LocalDate birthDate, Instant from, ZoneId zone, LeapDay rule) {
        if (birthDate == null) {
            return new Birthday(null, false, lastYear);
        }
        MonthDay birthday = MonthDay.from(birthDate);
        int year = Math.max(LocalDate.ofInstant(from, zone).getYear(), lastYear + 1);
        while (start(birthday, year, zone, rule).isBefore(from)) {
            year++;
        }
        return new Birthday(dayIn(year, birthday, rule), birthday.equals(LEAP_DAY), lastYear);
    }

    /** After the day, which is the next one. */
    Birthday kept(LocalDate day, LeapDay rule) {
        MonthDay birthday = onLeapDay ? LEAP_DAY : MonthDay.from(day);
        return new Birthday(dayIn(day.getYear() + 1, birthday, rule), onLeapDay, day.getYear());
    }

    static Instant start(MonthDay birthday, int year, ZoneId zone, LeapDay rule) {
        return dayIn(year, birthday, rule).atStartOfDay(zone).toInstant();
    }

    private static LocalDate dayIn(int year, MonthDay birthday, LeapDay rule) {
        boolean moved = !birthday.isValidYear(year) && rule == LeapDay.MARCH_1;
        return moved ? LocalDate.of(year, Month.MARCH, 1) : birthday.atYear(year);
    }
}
