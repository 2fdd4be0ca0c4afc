package dev.perennial.application.ledger.flow;

import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sums of entries by the day on which they were recorded. A day that is over is summed once and kept; the others are
 * summed whenever somebody asks. Both come to the same.
 *
 * <p>An entry belongs to the rule that its cause names; one by which a lot only moves on, or comes back, belongs to the
 * rule that granted the lot.
 */
public interface UnitFlows {

    /** When the first entry was recorded that is in no summed day; empty when there is none. */
    Optional<Instant> firstUnsummed(TenantId tenant);

    /**
     * Sums a day and keeps that, all of it or nothing. Every entry of the day must have been committed, and those of all
     * days before must be summed. When the day is summed already, nothing happens.
     */
    void sum(TenantId tenant, Day day);

    /**
     * What was recorded on some days.
     *
     * @param units which units; nothing for none
     * @return one for each kind of entry that there is, in no particular order
     */
    List<UnitFlow> during(TenantId tenant, Set<UnitId> units, Days days);

    /** Everything that was ever recorded of a member; empty for an unknown one. */
    List<UnitFlow> of(TenantId tenant, MemberId member, Set<UnitId> units);
}
