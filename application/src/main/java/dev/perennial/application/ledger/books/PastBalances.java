package dev.perennial.application.ledger.books;

import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.application.storage.Transaction;
import dev.perennial.domain.ledger.Balance;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.loyalty.Budgets;
import dev.perennial.domain.loyalty.Loyalty;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a member had at a time, as it is known or was known. */
public final class PastBalances {

    private final Storage storage;
    private final ProgramCatalog catalog;
    private final LedgerBooks books;
    private final TenantTime time;

    public PastBalances(Storage storage, ProgramCatalog catalog, LedgerBooks books, TenantTime time) {
        this.storage = storage;
        this.catalog = catalog;
        this.books = books;
        this.time = time;
    }

    /** Balances by unit, and what was asked. */
    public record Past(SortedMap<UnitId, Balance> balances, Moment at) {}

    /**
     * A member as it was read.
     *
     * @param unwritten what is due by now and not written down yet
     */
    private record Found(Asked asked, MemberState state, List<Entry> unwritten) {}

    /**
     * The member's balances at a time. What was due by then has happened in them, whether or not it was written down; but
     * of what was known at an earlier time, only what was written down by that time.
     *
     * @param asOf empty for now
     * @param knownAt empty for now
     * @return refused with {@link Reason#MEMBER_NOT_FOUND}, or {@link Reason#INVALID_REQUEST} when a time is in the future
     */
    public Result<Past> at(Tenant tenant, MemberId member, Optional<Instant> asOf, Optional<Instant> knownAt) {
        Result<Found> found = storage.read(tx -> {
            Asked asked = new Asked(catalog.in(tx, tenant.id()), time.now(tx, tenant.id()));
            return tx.members()
                    .find(tenant.id(), member)
                    .map(state -> new Found(asked, state, unwritten(tx, tenant, asked, state)));
        });
        return found.then(each -> each.asked().moment(asOf, knownAt).map(at -> past(tenant, each, at)));
    }

    private static List<Entry> unwritten(Transaction tx, Tenant tenant, Asked asked, MemberState state) {
        Budgets budgets =
                tx.budgets().asOfNow(tenant.id(), Loyalty.budgetsNeeded(asked.programs(), state, null, asked.now()));
        return Loyalty.advance(asked.programs(), state, budgets, asked.now()).entries();
    }

    private Past past(Tenant tenant, Found found, Moment at) {
        MemberState state = found.state();
        SortedMap<UnitId, Balance> balances = new TreeMap<>(
                books.balances(tenant.id(), state.id(), state.wallet().lastEntry(), at));
        if (!at.knownAt().isBefore(found.asked().now())) {
            found.unwritten().stream()
                    .filter(entry -> !entry.effectiveAt().isAfter(at.asOf()))
                    .forEach(entry -> balances.put(
                            entry.unit(),
                            balances.getOrDefault(entry.unit(), Balance.ZERO)
                                    .after(entry.from(), entry.to(), entry.amount())));
        }
        return new Past(balances, at);
    }
}
