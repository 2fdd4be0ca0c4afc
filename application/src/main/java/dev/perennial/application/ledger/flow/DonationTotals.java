package dev.perennial.application.ledger.flow;

import java.time.Instant;
import java.util.List;

/**
 * What was given, by cause.
 *
 * @param causes by id; those of the program in force also when nothing was given
 * @param knownAt when these figures were known
 */
public record DonationTotals(List<Cause> causes, Instant knownAt) {

    public DonationTotals {
        causes = List.copyOf(causes);
    }

    /** A cause with what was given to it, by unit. */
    public record Cause(String id, String name, List<Total> totals) {

        public Cause {
            totals = List.copyOf(totals);
        }
    }

    /**
     * What was given in one unit, in its smallest step.
     *
     * @param given what became final, less what was taken back since; negative when that is more than came in
     * @param pending what is not final yet, now
     */
    public record Total(String unit, String unitName, long given, long pending) {}
}
