package dev.perennial.application.ledger;

import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.domain.shared.UnitId;
import java.util.List;
import java.util.Optional;

/** The entries of members, for reading. */
public interface Statements {

    /**
     * A member's entries, the newest first.
     *
     * @param belowNumber only entries with a smaller number; {@link Long#MAX_VALUE} for the first page
     * @return at most {@code limit}; empty for an unknown member
     */
    List<Line> list(TenantId tenant, MemberId member, Optional<UnitId> unit, long belowNumber, int limit);

    /**
     * An entry as a statement tells it.
     *
     * @param reason why, in the words of whoever corrected the balance by hand; empty for an entry with another cause
     * @param actor who asked for it; empty when not told
     * @param approver who else approved it; empty when nobody did
     */
    record Line(Entry entry, String reason, String actor, String approver) {}
}
