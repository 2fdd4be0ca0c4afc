package dev.perennial.application.testing;

import dev.perennial.application.ledger.BulkApproval;
import dev.perennial.application.ledger.BulkApproval.Content;
import dev.perennial.application.ledger.BulkApproval.State;
import dev.perennial.application.ledger.BulkApproval.Withdrawal;
import dev.perennial.application.ledger.BulkApprovals;
import dev.perennial.domain.shared.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Approvals of bulks in the order in which they were given. */
final class InMemoryBulkApprovals implements BulkApprovals {

    private final List<Kept> all = new ArrayList<>();

    private record Kept(TenantId tenant, BulkApproval approval) {}

    @Override
    public synchronized List<BulkApproval> of(TenantId tenant, Content content) {
        return where(tenant, approval -> approval.content().equals(content));
    }

    private List<BulkApproval> where(TenantId tenant, Predicate<BulkApproval> condition) {
        return all.stream()
                .filter(kept -> kept.tenant().equals(tenant))
                .map(Kept::approval)
                .filter(condition)
                .toList();
    }

    @Override
    public synchronized BulkApproval keep(
            TenantId tenant, Content content, String approver, Instant at, Instant expiresAt) {
        return of(tenant, content).stream()
                .filter(kept -> kept.holdsOf(approver, at))
                .findFirst()
                .orElseGet(() -> {
                    BulkApproval given = new BulkApproval(all.size() + 1, content, approver, at, expiresAt, null);
                    all.add(new Kept(tenant, given));
                    return given;
                });
    }

    @Override
    public synchronized List<BulkApproval> withdraw(TenantId tenant, Content content, Withdrawal withdrawal) {
        all.replaceAll(kept ->
                kept.tenant().equals(tenant) && kept.approval().content().equals(content)
                        ? new Kept(tenant, kept.approval().without(withdrawal))
                        : kept);
        return of(tenant, content);
    }

    @Override
    public synchronized List<BulkApproval> list(
            TenantId tenant, Optional<State> state, Instant now, long belowPosition, int limit) {
        return where(
                        tenant,
                        approval -> approval.position() < belowPosition
                                && state.map(approval.stateAt(now)::equals).orElse(true))
                .reversed()
                .stream()
                .limit(limit)
                .toList();
    }
}
