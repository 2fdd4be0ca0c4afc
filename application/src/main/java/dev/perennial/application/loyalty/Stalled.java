package dev.perennial.application.loyalty;

import dev.perennial.domain.shared.TenantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Commands of one lane that wait for their tenants' clocks to stand, each tenant's in their order. */
final class Stalled {

    private final Map<TenantId, List<Waiting>> byTenant = new HashMap<>();

    /** Whether others wait already that it must not overtake. */
    boolean holdsUp(Waiting waiting) {
        return waiting.command().waitsForClock()
                && byTenant.containsKey(waiting.command().tenant());
    }

    void add(TenantId tenant, List<Waiting> commands) {
        byTenant.computeIfAbsent(tenant, none -> new ArrayList<>()).addAll(commands);
    }

    List<Waiting> remove(TenantId tenant) {
        List<Waiting> removed = byTenant.remove(tenant);
        return removed == null ? List.of() : removed;
    }

    List<Waiting> removeAll() {
        List<Waiting> all =
                byTenant.values().stream().flatMap(Collection::stream).toList();
        byTenant.clear();
        return all;
    }

    int size() {
        return byTenant.values().stream().mapToInt(Collection::size).sum();
    }
}
