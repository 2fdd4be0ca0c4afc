package dev.perennial.domain.loyalty;

import dev.perennial.domain.program.CelebrationsDocument.LeapDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When a member's next birthday begins. It keeps no more of the birth date than that needs.
 *
 * @param dueAt null when no birth date is known
 * @param onLeapDay whether the member was born on 29 February
 * @param lastYear the calendar year of the last one that was kept, 0 for none: there is one a year, whatever changes
 */
public record Birthday(@Nullable Instant dueAt, boolean onLeapDay, int lastYear) {

    public static final Birthday UNKNOWN = new Birthday(null, false, 0);

    private static final MonthDay LEAP_DAY = MonthDay.of(Month.FEBRUARY, 29);

    /**
     * The first birthday that begins at or after the moment and is not a second one in its year.
     *
     * @param birthDate null when it is not known (any more)
     */
    Birthday of(@Nullable LocalDate birthDate, Instant from, ZoneId zone, LeapDay rule) {
        return birthDate == null
                ? new Birthday(null, false, lastYear)
                : next(MonthDay.from(birthDate), from, zone, rule);
    }

    /** After this one, in whichever zone the member is now. */
    Birthday kept(Instant at, ZoneId zone, LeapDay rule) {
        LocalDate day = LocalDate.ofInstant(at, zone);
        MonthDay birthday = onLeapDay ? LEAP_DAY : MonthDay.from(day);
        return new Birthday(dueAt, onLeapDay, day.getYear()).next(birthday, at, zone, rule);
    }

    private Birthday next(MonthDay birthday, Instant from, ZoneId zone, LeapDay rule) {
        int year = Math.max(LocalDate.ofInstant(from, zone).getYear(), lastYear + 1);
        while (start(birthday, year, zone, rule).isBefore(from)) {
            year++;
        }
        return new Birthday(start(birthday, year, zone, rule), birthday.equals(LEAP_DAY), lastYear);
    }

    static Instant start(MonthDay birthday, int year, ZoneId zone, LeapDay rule) {
        boolean moved = !birthday.isValidYear(year) && rule == LeapDay.MARCH_1;
        LocalDate day = moved ? LocalDate.of(year, Month.MARCH, 1) : birthday.atYear(year);
        return day.atStartOfDay(zone).toInstant();
    }
}
