package dev.perennial.application.loyalty;

import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import java.time.Instant;
import java.util.List;

/** The members for whom something is due. */
public interface DueMembers {

    /**
     * The members whose next due moment has come, the longest overdue first. Members that another transaction is just
     * deciding for are left out; nothing stays locked.
     *
     * @param limit the most that are returned
     */
    List<DueMember> due(Instant now, int limit);

    /** A member for whom something is due. */
    record DueMember(TenantId tenant, MemberId member) {}
}
