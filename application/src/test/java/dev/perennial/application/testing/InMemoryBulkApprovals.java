package dev.perennial.application.testing;

import dev.perennial.application.ledger.BulkApprovals;
import dev.perennial.domain.shared.TenantId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Approvals of bulks in a map. */
final class InMemoryBulkApprovals implements BulkApprovals {

    private final Map<Content, Approval> kept = new ConcurrentHashMap<>();

    private record Content(TenantId tenant, String bulk, String hash) {}

    @Override
    public Optional<Approval> find(TenantId tenant, String bulk, String contentHash) {
        return Optional.ofNullable(kept.get(new Content(tenant, bulk, contentHash)));
    }

    @Override
    public Approval keep(TenantId tenant, String bulk, String contentHash, Approval approval) {
        return kept.computeIfAbsent(new Content(tenant, bulk, contentHash), none -> approval);
    }
}
