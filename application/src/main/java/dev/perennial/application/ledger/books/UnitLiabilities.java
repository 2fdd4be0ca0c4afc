package dev.perennial.application.ledger.books;

import dev.perennial.application.ledger.flow.FlowSums;
import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.domain.ledger.books.Liabilities;
import dev.perennial.domain.ledger.books.Valuations;
import dev.perennial.domain.program.UnitDefinition;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What members could still exchange at a time, as it is known or was known. */
public final class UnitLiabilities {

    private final Storage storage;
    private final ProgramCatalog catalog;
    private final LedgerBooks books;
    private final TenantTime time;

    public UnitLiabilities(Storage storage, ProgramCatalog catalog, LedgerBooks books, TenantTime time) {
        this.storage = storage;
        this.catalog = catalog;
        this.books = books;
        this.time = time;
    }

    /**
     * The liability for units.
     *
     * @param asOf the time that it is asked for; empty for now
     * @param knownAt only what was recorded by then; empty for now
     * @param unit empty for all
     * @return refused with {@link Reason#PROGRAM_NOT_APPLIED}, {@link Reason#UNIT_NOT_FOUND}, {@link
     *     Reason#INVALID_REQUEST} when a time is in the future, or {@link Reason#BALANCE_OVERFLOW}
     */
    public Result<LiabilityReport> get(
            Tenant tenant, Optional<Instant> asOf, Optional<Instant> knownAt, Optional<UnitId> unit) {
        return FlowSums.withinRange(() -> Asked.by(tenant, storage, catalog, time)
                .then(asked -> asked.moment(asOf, knownAt)
                        .then(at -> Asked.units(asked.valuations(), unit)
                                .map(units -> report(tenant, asked, at, units, unit)))));
    }

    private LiabilityReport report(Tenant tenant, Asked asked, Moment at, Set<UnitId> units, Optional<UnitId> unit) {
        Valuations valuations = asked.valuations();
        ZoneId zone = asked.zone();
        Liabilities liabilities = new Liabilities(valuations, moment -> YearMonth.from(moment.atZone(zone)));
        List<UnitDefinition> notOwed = valuations.notOwed().stream()
                .filter(each -> unit.isEmpty() || unit.get().value().equals(each.id()))
                .toList();
        return new LiabilityReport(
                liabilities.of(books.balances(tenant.id(), units, at)), notOwed, at, zone, valuations);
    }
}
