package dev.perennial.application.ledger;

import dev.perennial.domain.shared.TenantId;
import java.time.Instant;
import java.util.Optional;

/** Who has approved which bulks. */
public interface BulkApprovals {

    /** The approval of exactly this content; empty when nobody has approved it. */
    Optional<Approval> find(TenantId tenant, String bulk, String contentHash);

    /** Keeps an approval, unless there is one already: the first stays. Returns the one that is kept. */
    Approval keep(TenantId tenant, String bulk, String contentHash, Approval approval);

    /**
     * An approval.
     *
     * @param approver who, as the caller names them
     */
    record Approval(String approver, Instant at) {}
}
