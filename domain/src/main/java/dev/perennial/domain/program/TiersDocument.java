package dev.perennial.domain.program;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The levels of standing that members reach by a unit earned within a window.
 *
 * @param unit the status unit; what is spent of it does not matter, only what was earned
 * @param levels with ascending thresholds, at least one
 * @param graceDays how long after a review that was not passed the level is kept; 0 to 400
 * @param statusMatch null when other programs' levels are not matched
 */
public record TiersDocument(
        String unit,
        Window window,
        List<Level> levels,
        int graceDays,
        Downgrade downgrade,
        OnRefund onRefund,
        @Nullable StatusMatch statusMatch) {

    public TiersDocument {
        levels = List.copyOf(levels);
    }

    /**
     * One level.
     *
     * @param id unique among the levels
     * @param threshold what must be earned within the window, at least 1, in the status unit's smallest step
     */
    public record Level(String id, String name, long threshold, List<Named> benefits) {

        public Level {
            benefits = List.copyOf(benefits);
        }
    }

    /** Within which time the status unit has to be earned. */
    public sealed interface Window {

        /** From 1 January to 31 December; reviewed at its end. */
        record CalendarYear() implements Window {}

        /** From one anniversary of the enrolment to the next; reviewed at its end. */
        record AnniversaryYear() implements Window {}

        /** The last days; reviewed as soon as too little is left in it; 1 to 1,000. */
        record RollingDays(int days) implements Window {}
    }

    /** How far a member falls who does not pass a review. */
    public enum Downgrade {
        ONE_LEVEL,
        TO_EARNED
    }

    /** What a refund does to a level that was reached with its order. */
    public enum OnRefund {
        /** The level goes at once. */
        REVOKE,
        /** The level stays until the next review. */
        KEEP_UNTIL_REVIEW
    }

    /**
     * A level granted to members of other programs.
     *
     * @param days how long it lasts; 1 to 1,000
     * @param keepPercent how much of the level's threshold has to be earned in that time to keep it; 0 to 100, where 0
     *     means that it cannot be kept
     * @param keptDays how much longer it then lasts; 0 to 1,000
     */
    public record StatusMatch(int days, int keepPercent, int keptDays) {}
}
