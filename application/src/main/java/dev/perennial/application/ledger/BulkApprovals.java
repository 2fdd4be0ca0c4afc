package dev.perennial.application.ledger;

import dev.perennial.application.ledger.BulkApproval.Content;
import dev.perennial.application.ledger.BulkApproval.State;
import dev.perennial.application.ledger.BulkApproval.Withdrawal;
import dev.perennial.domain.shared.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who has approved which bulks. */
public interface BulkApprovals {

    /** The approvals of exactly this content, whatever became of them, the earliest first. */
    List<BulkApproval> of(TenantId tenant, Content content);

    /**
     * Keeps an approval, unless the same person has given one of that content that is valid at its moment.
     *
     * @return the one that is valid then
     */
    BulkApproval keep(TenantId tenant, Content content, String approver, Instant at, Instant expiresAt);

    /**
     * Withdraws whatever approvals of exactly this content are valid by then.
     *
     * @return all of that content as they are now, the earliest first; empty when nobody ever approved it
     */
    List<BulkApproval> withdraw(TenantId tenant, Content content, Withdrawal withdrawal);

    /**
     * Those of all bulks, the newest first.
     *
     * @param state only those in this state at the moment; empty for any
     * @param belowPosition only those with a smaller position; {@link Long#MAX_VALUE} for the first page
     * @return at most {@code limit}
     */
    List<BulkApproval> list(TenantId tenant, Optional<State> state, Instant now, long belowPosition, int limit);
}
