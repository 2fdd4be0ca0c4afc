package dev.perennial.application.ledger.books;

import dev.perennial.domain.ledger.books.Liability;
import dev.perennial.domain.ledger.books.Valuations;
import dev.perennial.domain.program.UnitDefinition;
import java.time.ZoneId;
import java.util.List;

/**
 * What is owed, and what was asked.
 *
 * @param notOwed the units that are left out because nothing is owed for them
 * @param zone whose months the expiries are
 */
public record LiabilityReport(
        Liability liability, List<UnitDefinition> notOwed, Moment at, ZoneId zone, Valuations valuations) {

    public LiabilityReport {
        notOwed = List.copyOf(notOwed);
    }
}
