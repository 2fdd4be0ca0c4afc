package dev.perennial.application.testing;

import dev.perennial.application.shared.Secret;
import dev.perennial.application.shared.Tenant;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;

/** What the kits share: two tenants of their own for each test, so that one database serves all of them. */
public abstract class PortContract {

    protected Ports ports;
    protected Tenant tenant;
    protected Tenant otherTenant;
    protected Desk desk;
    protected Desk otherDesk;

    /** The ports under test; the same data may be there for all tests. */
    protected abstract Ports ports();

    @BeforeEach
    void openDesks() {
        ports = ports();
        tenant = aTenant();
        otherTenant = aTenant();
        desk = new Desk(ports, tenant);
        otherDesk = new Desk(ports, otherTenant);
    }

    protected Tenant aTenant() {
        String name = "tenant-" + UUID.randomUUID();
        return ports.tenants().add(name, new Secret(name.getBytes(StandardCharsets.UTF_8)), "key-of-" + name);
    }

    /** A tenant with a clock of its own. */
    protected Tenant aSandbox(Instant start) {
        String name = "sandbox-" + UUID.randomUUID();
        Secret secret = new Secret(name.getBytes(StandardCharsets.UTF_8));
        return ports.tenants().addSandbox(name, secret, "key-of-" + name, start);
    }

    protected TenantId id() {
        return tenant.id();
    }

    /**
     * Runs the work in a thread of its own. Not in the common pool: it may have one thread only, and work that waits
     * for other work would wait for ever.
     */
    protected static <T> CompletableFuture<T> meanwhile(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, Thread::startVirtualThread);
    }

    protected static MemberId member(String id) {
        return new MemberId(id);
    }
}
