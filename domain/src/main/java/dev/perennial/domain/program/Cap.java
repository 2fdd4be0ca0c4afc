package dev.perennial.domain.program;

import dev.perennial.domain.shared.Period;

/**
 * The most that a rule credits to one member in one period.
 *
 * @param limit at least 1: in the unit's smallest step, or how many facts
 */
public record Cap(Period period, Of of, long limit) {

    /** What is limited. */
    public enum Of {
        UNITS,
        TIMES
    }

    public static Cap units(long limit, Period period) {
        return new Cap(period, Of.UNITS, limit);
    }

    public static Cap times(long limit, Period period) {
        return new Cap(period, Of.TIMES, limit);
    }

    /** {@code 60 a month}, {@code 3 times a day}. */
    public String words() {
        String howMuch = of == Of.UNITS ? Long.toString(limit) : limit == 1 ? "once" : limit + " times";
        return howMuch + " " + period.words();
    }
}
