package dev.perennial.domain.program;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A ranking of the members who take part, by a counter.
 *
 * @param id unique among the leaderboards
 * @param counter the id of a counter over a calendar period
 * @param settlementDelayHours how long after a period's end late facts still move it; 0 to 720
 */
public record LeaderboardDocument(String id, String name, String counter, int settlementDelayHours) {

    /** From this moment on nothing moves the ranking of a period that ends at the given one. */
    public Instant freezesAt(Instant end) {
        return end.plus(settlementDelayHours, ChronoUnit.HOURS);
    }
}
