package dev.perennial.application.ledger.books;

import dev.perennial.domain.ledger.Balance;
import dev.perennial.domain.ledger.books.BookFlow;
import dev.perennial.domain.ledger.books.LotBalance;
import dev.perennial.domain.ledger.books.VintageFlow;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sums of all entries of a tenant, each from one snapshot. Sums of nothing are left out; the order is not fixed. */
public interface LedgerBooks {

    /**
     * What the entries come to for lots that are alike.
     *
     * @param units which units; nothing for none
     * @param at which entries count, and by when a lot is overdue
     */
    List<LotBalance> balances(TenantId tenant, Set<UnitId> units, Moment at);

    /**
     * What one member has of each unit by its entries.
     *
     * @param lastEntry the highest number of an entry that counts, so that the answer fits a state that was read before
     * @return empty for an unknown member, too
     */
    Map<UnitId, Balance> balances(TenantId tenant, MemberId member, long lastEntry, Moment at);

    /**
     * Entries by the period in which they were recorded.
     *
     * @param units which units; nothing for none
     * @param boundaries ascending, at least two: the first moment of each period and the first after the last; what was
     *     recorded before the first is period 0
     */
    List<BookFlow> flows(TenantId tenant, Set<UnitId> units, List<Instant> boundaries);

    /**
     * Entries by the period in which their lot was issued and the one from which they count.
     *
     * @param units which units; nothing for none
     * @param boundaries as above, but of {@code effective_at}; lots that were issued before the first are left out, as are
     *     entries after the last
     */
    List<VintageFlow> vintages(TenantId tenant, Set<UnitId> units, List<Instant> boundaries);
}
