package dev.perennial.grpc.shared;

import dev.perennial.application.ledger.BulkApprovals;
import dev.perennial.domain.shared.TenantId;
import java.util.List;
import java.util.function.Supplier;

/** Approvals that cannot be read. */
record BrokenBulkApprovals(Supplier<RuntimeException> failure) implements BulkApprovals {

    @Override
    public List<Approval> of(TenantId tenant, String bulk, String contentHash) {
        throw failure.get();
    }

    @Override
    public Approval keep(TenantId tenant, String bulk, String contentHash, Approval approval) {
        throw failure.get();
    }
}
