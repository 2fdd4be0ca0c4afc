package dev.perennial.domain.loyalty;

import dev.perennial.domain.program.Cap;
import dev.perennial.domain.shared.Period;
import java.time.LocalDate;

/** The counter of a capped rule: which rule, which kind of period, and the first day of the period. */
public record CapUse(String rule, Period period, LocalDate start) {

    static CapUse of(String rule, Cap cap, LocalDate day) {
        return new CapUse(rule, cap.period(), cap.period().startOf(day));
    }

    /** Whether facts on or after the day can no longer fall into this period. */
    boolean over(LocalDate day) {
        return !period.endOf(start).isAfter(day);
    }
}
