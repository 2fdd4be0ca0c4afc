package dev.perennial.application.activity;

import dev.perennial.domain.loyalty.RecordedFact;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import java.util.List;

/** What was recorded for a member, for reading. */
public interface ActivityLog {

    /**
     * A member's facts, the newest recorded first.
     *
     * @param belowNumber only facts with a smaller number; {@link Long#MAX_VALUE} for the first page
     * @return at most {@code limit}; empty for an unknown member
     */
    List<RecordedFact> list(TenantId tenant, MemberId member, long belowNumber, int limit);
}
