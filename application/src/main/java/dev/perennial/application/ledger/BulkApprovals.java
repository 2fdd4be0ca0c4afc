package dev.perennial.application.ledger;

import dev.perennial.domain.shared.TenantId;
import java.time.Instant;
import java.util.List;

/** Who has approved which bulks. */
public interface BulkApprovals {

    /** The approvals of exactly this content, each person's first, the earliest first. */
    List<Approval> of(TenantId tenant, String bulk, String contentHash);

    /** Keeps an approval, unless the same person has given one already. Returns the one that is kept. */
    Approval keep(TenantId tenant, String bulk, String contentHash, Approval approval);

    /**
     * An approval.
     *
     * @param approver who, as the caller names them
     */
    record Approval(String approver, Instant at) {}
}
