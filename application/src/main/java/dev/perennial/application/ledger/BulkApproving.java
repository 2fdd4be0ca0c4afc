package dev.perennial.application.ledger;

import dev.perennial.application.ledger.BulkApproval.Content;
import dev.perennial.application.ledger.BulkApproval.State;
import dev.perennial.application.ledger.BulkApproval.Withdrawal;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The second pair of eyes for bulks. */
public final class BulkApproving {

    private final Storage storage;
    private final BulkApprovals approvals;
    private final TenantTime time;

    public BulkApproving(Storage storage, BulkApprovals approvals, TenantTime time) {
        this.storage = storage;
        this.approvals = approvals;
        this.time = time;
    }

    /** Approvals, and the time by which their states are told. */
    public record Page(List<BulkApproval> approvals, Instant asOf) {}

    /**
     * Somebody approves exactly this content. Whoever asks for it cannot, and may have approved it without effect.
     *
     * @param lasting how long it can be carried out
     * @return the one that holds: an earlier one of the same person as long as that is valid
     */
    public BulkApproval approve(Tenant tenant, Content content, String approver, Duration lasting) {
        Instant now = now(tenant);
        return approvals.keep(tenant.id(), content, approver, now, now.plus(lasting));
    }

    /**
     * Somebody wants exactly this content not to be carried out, whoever approved it. Lines that are on their way to be
     * carried out still are.
     *
     * @return its approvals, none of which is valid any more; refused with {@link Reason#BULK_APPROVAL_NOT_FOUND}
     */
    public Result<Page> withdraw(Tenant tenant, Content content, String actor, String because) {
        Instant now = now(tenant);
        List<BulkApproval> left = approvals.withdraw(tenant.id(), content, new Withdrawal(actor, now, because));
        return left.isEmpty()
                ? Result.refused(
                        Refusal.of(Reason.BULK_APPROVAL_NOT_FOUND, "Nobody has approved this content of the bulk."))
                : Result.ok(new Page(left, now));
    }

    /** Those of all bulks, the newest first. */
    public Page list(Tenant tenant, Optional<State> state, long belowPosition, int limit) {
        Instant now = now(tenant);
        return new Page(approvals.list(tenant.id(), state, now, belowPosition, limit), now);
    }

    private Instant now(Tenant tenant) {
        return storage.read(tx -> time.now(tx, tenant.id()));
    }
}
