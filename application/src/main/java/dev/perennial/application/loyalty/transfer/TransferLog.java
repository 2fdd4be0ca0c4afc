package dev.perennial.application.loyalty.transfer;

import dev.perennial.domain.loyalty.transfer.Transfer;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import java.util.List;
import java.util.Optional;

/** Units that members have sent, for reading. */
public interface TransferLog {

    /**
     * What a member has sent and what was sent to it, the newest first.
     *
     * @param belowPosition only those with a smaller position; {@link Long#MAX_VALUE} for the first page
     * @return at most {@code limit}; empty for an unknown member
     */
    List<Listed> list(TenantId tenant, MemberId member, long belowPosition, int limit);

    /** One that the member has sent; empty when it has sent none of that number, or there is no such member. */
    Optional<Transfer> find(TenantId tenant, MemberId sender, long number);

    /**
     * Those of all tenants that are on their way, the oldest first.
     *
     * @param abovePosition only those with a larger position; 0 for the first page
     * @return at most {@code limit}
     */
    List<Unsettled> unsettled(long abovePosition, int limit);

    /** The same of one tenant. */
    List<Unsettled> unsettledIn(TenantId tenant, long abovePosition, int limit);

    /**
     * A transfer in a list.
     *
     * @param position from 1, its place among the transfers of all tenants, in the order of sending
     */
    record Listed(long position, Transfer transfer) {}

    /**
     * A transfer on its way.
     *
     * @param position as in a list
     */
    record Unsettled(long position, TenantId tenant, Transfer transfer) {}
}
