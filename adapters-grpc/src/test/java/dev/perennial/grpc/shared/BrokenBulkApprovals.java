package dev.perennial.grpc.shared;

import dev.perennial.application.ledger.BulkApproval;
import dev.perennial.application.ledger.BulkApproval.Content;
import dev.perennial.application.ledger.BulkApproval.State;
import dev.perennial.application.ledger.BulkApproval.Withdrawal;
import dev.perennial.application.ledger.BulkApprovals;
import dev.perennial.domain.shared.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Approvals that cannot be read. */
record BrokenBulkApprovals(Supplier<RuntimeException> failure) implements BulkApprovals {

    @Override
    public List<BulkApproval> of(TenantId tenant, Content content) {
        throw failure.get();
    }

    @Override
    public BulkApproval keep(TenantId tenant, Content content, String approver, Instant at, Instant expiresAt) {
        throw failure.get();
    }

    @Override
    public List<BulkApproval> withdraw(TenantId tenant, Content content, Withdrawal withdrawal) {
        throw failure.get();
    }

    @Override
    public List<BulkApproval> list(TenantId tenant, Optional<State> state, Instant now, long belowPosition, int limit) {
        throw failure.get();
    }
}
