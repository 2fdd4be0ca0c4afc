package dev.perennial.application.testing;

import dev.perennial.application.shared.Secret;
import dev.perennial.application.shared.StorageException;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.shared.Tenants;
import dev.perennial.domain.shared.TenantId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Tenants in a map. */
final class InMemoryTenants implements Tenants {

    private final Map<String, Tenant> byName = new HashMap<>();
    private final Map<String, Tenant> byKey = new HashMap<>();
    private final InMemoryStorage storage;

    InMemoryTenants(InMemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public synchronized Optional<Tenant> findByKey(String apiKey) {
        return Optional.ofNullable(byKey.get(apiKey));
    }

    @Override
    public synchronized Optional<Tenant> findByName(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    @Override
    public synchronized Tenant add(String name, Secret secret, String apiKey) {
        return add(name, secret, apiKey, false);
    }

    @Override
    public synchronized Tenant addSandbox(String name, Secret secret, String apiKey, Instant start) {
        Tenant sandbox = add(name, secret, apiKey, true);
        storage.startClock(sandbox.id(), start);
        return sandbox;
    }

    private Tenant add(String name, Secret secret, String apiKey, boolean sandbox) {
        Tenant tenant = new Tenant(new TenantId(byName.size() + 1), name, secret, sandbox);
        if (byName.containsKey(name)) {
            throw new StorageException.Rejected(new IllegalStateException("the name is taken"));
        }
        byName.put(name, tenant);
        addKey(tenant, apiKey);
        return tenant;
    }

    @Override
    public synchronized void addKey(Tenant tenant, String apiKey) {
        if (byKey.putIfAbsent(apiKey, tenant) != null) {
            throw new StorageException.Rejected(new IllegalStateException("the key is taken"));
        }
    }

    @Override
    public synchronized boolean revokeKey(String apiKey) {
        return byKey.remove(apiKey) != null;
    }
}
