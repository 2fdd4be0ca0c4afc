package dev.perennial.domain.program;

import dev.perennial.domain.shared.Period;

/**
 * Counts some of a member's facts. Challenges, leaderboards and conditions read it.
 *
 * @param id unique among the counters and stable over the versions of the program
 */
public record CounterDocument(String id, String name, Subject subject, Measure measure, Window window) {

    /** What is added up. */
    public sealed interface Measure {

        /** How many facts. */
        record Facts() implements Measure {}

        /** What was charged for the goods of purchases, in the program's currency. */
        record Amount() implements Measure {}

        /** The items of purchases. */
        record Items() implements Measure {}

        /** A whole number among the fact's attributes; where it is missing or none, nothing is added. */
        record Attribute(String name) implements Measure {}

        /** What rules credited for the facts, in a unit's smallest step. */
        record Units(String unit) implements Measure {}
    }

    /** Over which time. */
    public sealed interface Window {

        /** The calendar period that is going on. */
        record Current(Period period) implements Window {}

        /** The last days, today among them; 1 to 1,000. */
        record Rolling(int days) implements Window {}

        /**
         * How many periods in a row have reached a value, the present one included as soon as it has.
         *
         * @param period never {@link Period#LIFETIME}
         * @param atLeast what the measure must come to in each period, at least 1
         */
        record Streak(Period period, long atLeast) implements Window {}
    }
}
