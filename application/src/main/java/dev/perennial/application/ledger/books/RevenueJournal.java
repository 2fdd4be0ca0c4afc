package dev.perennial.application.ledger.books;

import dev.perennial.application.ledger.flow.BusinessDays;
import dev.perennial.application.ledger.flow.FlowSums;
import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.domain.ledger.books.BookFlow;
import dev.perennial.domain.ledger.books.Journal;
import dev.perennial.domain.ledger.books.Journals;
import dev.perennial.domain.ledger.books.Valuations;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The journal of deferred revenue: what an accountant posts, day by day. */
public final class RevenueJournal {

    private final Storage storage;
    private final ProgramCatalog catalog;
    private final LedgerBooks books;
    private final TenantTime time;

    public RevenueJournal(Storage storage, ProgramCatalog catalog, LedgerBooks books, TenantTime time) {
        this.storage = storage;
        this.catalog = catalog;
        this.books = books;
        this.time = time;
    }

    /**
     * A journal by days.
     *
     * @param first the day of period 1
     * @param start its first moment
     * @param end the first moment after the last day
     * @param complete whether nothing can be added any more
     */
    public record ByDay(
            Journal journal, LocalDate first, Instant start, Instant end, boolean complete, Instant knownAt) {

        public LocalDate day(Journal.Period period) {
            return first.plusDays(period.number() - 1L);
        }
    }

    /**
     * What was recorded within some days. A day is one of the program's time zone, as in settlements.
     *
     * @param last not before the first
     * @param unit empty for all
     * @return refused with {@link Reason#PROGRAM_NOT_APPLIED}, {@link Reason#UNIT_NOT_FOUND}, {@link
     *     Reason#INVALID_REQUEST} when the last day has not begun, or {@link Reason#BALANCE_OVERFLOW}
     */
    public Result<ByDay> get(Tenant tenant, LocalDate first, LocalDate last, Optional<UnitId> unit) {
        return FlowSums.withinRange(() -> Asked.by(tenant, storage, catalog, time)
                .then(asked -> {
                    BusinessDays days = new BusinessDays(asked.programs());
                    if (days.day(last).start().isAfter(asked.now())) {
                        return Result.refused(Refusal.invalid("to", "must not be in the future"));
                    }
                    Valuations valuations = asked.valuations();
                    return Asked.units(valuations, unit)
                            .map(units -> journal(tenant, units, first, last, days, valuations, asked.now()));
                }));
    }

    private ByDay journal(
            Tenant tenant,
            Set<UnitId> units,
            LocalDate first,
            LocalDate last,
            BusinessDays days,
            Valuations valuations,
            Instant now) {
        List<Instant> boundaries = first.datesUntil(last.plusDays(2))
                .map(date -> days.day(date).start())
                .toList();
        List<BookFlow> flows = books.flows(tenant.id(), units, boundaries);
        return new ByDay(
                Journals.of(flows, valuations),
                first,
                boundaries.getFirst(),
                boundaries.getLast(),
                BusinessDays.isSettled(boundaries.getLast(), now),
                now);
    }
}
