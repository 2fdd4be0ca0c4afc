package dev.perennial.domain.program;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * A ranking of the members who take part, by a counter.
 *
 * @param id unique among the leaderboards
 * @param counter the id of a counter over a calendar period
 * @param settlementDelayHours how long after a period's end late facts still move it; 0 to 720
 */
public record LeaderboardDocument(String id, String name, String counter, int settlementDelayHours) {

    /**
     * From this moment on nothing moves the ranking of a period.
     *
     * @param end the first day after the period
     * @param zone the program's
     */
    public Instant freezesAt(LocalDate end, ZoneId zone) {
        return end.atStartOfDay(zone).toInstant().plus(settlementDelayHours, ChronoUnit.HOURS);
    }
}
