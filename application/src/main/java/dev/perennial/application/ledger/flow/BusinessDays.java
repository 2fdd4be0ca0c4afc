package dev.perennial.application.ledger.flow;

import dev.perennial.domain.program.ProgramHistory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * When the days of a tenant begin. Each begins in the time zone of the program that is in force then, so a version with
 * another zone changes no day that has begun: what was settled stays settled.
 */
public final class BusinessDays {

    /**
     * An entry has the time at which its transaction began, so for a while some may still be on their way; an hour also
     * forgives a server whose clock is behind.
     */
    private static final Duration SETTLED_AFTER = Duration.ofHours(1);

    /** How far a zone may be ahead of UTC: by then no day of that date has begun anywhere. */
    private static final Duration EARLIEST = Duration.ofHours(14);

    private final ProgramHistory programs;

    /** @param programs at least one version */
    public BusinessDays(ProgramHistory programs) {
        this.programs = programs;
    }

    public Day day(LocalDate date) {
        return new Day(date, start(date), start(date.plusDays(1)));
    }

    public Days days(LocalDate first, LocalDate last) {
        return new Days(first, last, start(first), start(last.plusDays(1)));
    }

    /** The day to which the moment belongs. */
    public Day at(Instant moment) {
        LocalDate date = LocalDate.ofInstant(moment, ZoneOffset.UTC).plusDays(1);
        while (start(date).isAfter(moment)) {
            date = date.minusDays(1);
        }
        return day(date);
    }

    /** The zone of the day. */
    public ZoneId zone(LocalDate date) {
        Instant before = date.atStartOfDay(ZoneOffset.UTC).toInstant().minus(EARLIEST);
        return programs.at(before).program().zone();
    }

    private Instant start(LocalDate date) {
        return date.atStartOfDay(zone(date)).toInstant();
    }

    /** Whether nothing that was recorded before the moment can still be on its way. */
    public static boolean isSettled(Instant end, Instant now) {
        return !end.plus(SETTLED_AFTER).isAfter(now);
    }
}
