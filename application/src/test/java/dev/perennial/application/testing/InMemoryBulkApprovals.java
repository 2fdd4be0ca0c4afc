package dev.perennial.application.testing;

import dev.perennial.application.ledger.BulkApprovals;
import dev.perennial.domain.shared.TenantId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Approvals of bulks in a map. */
final class InMemoryBulkApprovals implements BulkApprovals {

    private final Map<Content, Map<String, Approval>> kept = new ConcurrentHashMap<>();

    private record Content(TenantId tenant, String bulk, String hash) {}

    @Override
    public List<Approval> of(TenantId tenant, String bulk, String contentHash) {
        return kept.getOrDefault(new Content(tenant, bulk, contentHash), Map.of()).values().stream()
                .sorted(Comparator.comparing(Approval::at).thenComparing(Approval::approver))
                .toList();
    }

    @Override
    public Approval keep(TenantId tenant, String bulk, String contentHash, Approval approval) {
        return kept.computeIfAbsent(new Content(tenant, bulk, contentHash), none -> new ConcurrentHashMap<>())
                .computeIfAbsent(approval.approver(), none -> approval);
    }
}
