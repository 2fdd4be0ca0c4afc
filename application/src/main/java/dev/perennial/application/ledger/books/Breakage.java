package dev.perennial.application.ledger.books;

import dev.perennial.domain.insight.BreakageEstimate;
import dev.perennial.domain.ledger.books.Vintages.Vintage;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;

/**
 * What became of units, by the month of their issue.
 *
 * @param first the first month that was asked for
 * @param units by id
 * @param running the month that is not over yet
 */
public record Breakage(YearMonth first, List<OfUnit> units, YearMonth running, ZoneId zone, Instant knownAt) {

    public Breakage {
        units = List.copyOf(units);
    }

    /**
     * Of one unit.
     *
     * @param vintages of the months that were asked for, in order
     * @param estimate of all months that are over, up to ten years back
     * @param offset the place of the first month that was asked for among those of the estimate; may be beyond them
     */
    public record OfUnit(UnitId unit, String name, List<Vintage> vintages, BreakageEstimate estimate, int offset) {

        public OfUnit {
            vintages = List.copyOf(vintages);
        }
    }
}
