package dev.perennial.persistence.shared;

import static dev.perennial.persistence.jooq.Tables.TENANT;

import dev.perennial.domain.shared.TenantId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which tenants are sandboxes. That never changes, so the database is asked once about each. */
public final class TenantKinds {

    /** The clock of every member of a real tenant. */
    public static final int REAL_TIME = 0;

    private final Map<TenantId, Boolean> sandboxes = new ConcurrentHashMap<>();

    public boolean isSandbox(Session session, TenantId tenant) {
        Boolean known = sandboxes.get(tenant);
        return known == null ? asked(session, tenant) : known;
    }

    /** What a member's row says of whose time it lives in. */
    public int clockOf(Session session, TenantId tenant) {
        return isSandbox(session, tenant) ? tenant.value() : REAL_TIME;
    }

    /** A tenant that is not there is not remembered: it may be added with the next breath. */
    private boolean asked(Session session, TenantId tenant) {
        return session.dsl()
                .select(TENANT.CLOCK_AT)
                .from(TENANT)
                .where(TENANT.TENANT_ID.eq(tenant.value()))
                .fetchOptional(row -> row.value1() != null)
                .map(sandbox -> {
                    sandboxes.put(tenant, sandbox);
                    return sandbox;
                })
                .orElse(false);
    }
}
