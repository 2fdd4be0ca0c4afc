package dev.perennial.application.loyalty;

import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The members for whom something is due. */
public interface DueMembers {

    /**
     * The members of real tenants whose next due moment has come, the longest overdue first. Members that another
     * transaction is just deciding for are left out; nothing stays locked.
     *
     * @param after the last one of the page before, null for the first page
     * @param limit the most that are returned
     */
    List<DueMember> due(Instant now, @Nullable DueMember after, int limit);

    /**
     * The members of a sandbox whose next due moment comes by the given one, the earliest first; nobody is left out.
     *
     * @param limit the most that are returned
     */
    List<DueMember> dueIn(TenantId sandbox, Instant until, int limit);

    /**
     * A member for whom something is due. Members of one moment are in the order of tenant and number.
     *
     * @param number the member's number within the tenant
     * @param at since when it is due
     */
    record DueMember(TenantId tenant, MemberId member, int number, Instant at) {}
}
