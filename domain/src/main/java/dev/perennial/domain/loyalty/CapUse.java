package dev.perennial.domain.loyalty;

import dev.perennial.domain.program.Cap;
import dev.perennial.domain.shared.Period;
import java.time.LocalDate;

/** The counter of a capped rule: which rule, what it counts, which kind of period, and the first day of the period. */
public record CapUse(String rule, Cap.Of of, Period period, LocalDate start) {

    static CapUse of(String rule, Cap cap, LocalDate day) {
        return new CapUse(rule, cap.of(), cap.period(), cap.period().startOf(day));
    }

    /** What a grant takes of the cap. */
    static long taken(Cap cap, long credited) {
        return switch (cap.of()) {
            case UNITS -> credited;
            case TIMES -> credited > 0 ? 1 : 0;
        };
    }

    /** Whether facts on or after the day can no longer fall into this period. */
    boolean over(LocalDate day) {
        return !period.endOf(start).isAfter(day);
    }
}
