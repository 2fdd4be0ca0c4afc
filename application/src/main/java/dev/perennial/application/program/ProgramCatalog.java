package dev.perennial.application.program;

import dev.perennial.application.storage.Transaction;
import dev.perennial.domain.program.ProgramChecker;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.TenantId;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The compiled programs of all tenants. Each use asks, in its own transaction, whether a newer version was applied, so
 * that several instances never decide under different programs; only then is anything compiled, and each version only
 * once.
 */
public final class ProgramCatalog {

    private final ProgramChecker checker;
    private final ConcurrentMap<TenantId, CompiledPrograms> known = new ConcurrentHashMap<>();

    public ProgramCatalog(ProgramChecker checker) {
        this.checker = checker;
    }

    /** The tenant's programs as the transaction sees them. */
    public ProgramHistory in(Transaction tx, TenantId tenant) {
        int latest = tx.programs().latest(tenant);
        return known.computeIfAbsent(tenant, unknown -> new CompiledPrograms(checker))
                .upTo(latest, () -> tx.programs().all(tenant));
    }

    /**
     * Compiles all versions of a tenant that this process has not met yet, and asks nothing for one that it has. To be
     * called before anything is locked: many versions take a while.
     */
    public void meet(Transaction tx, TenantId tenant) {
        if (!known.containsKey(tenant)) {
            in(tx, tenant);
        }
    }
}
