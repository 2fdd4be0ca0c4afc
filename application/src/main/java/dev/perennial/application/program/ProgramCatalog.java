package dev.perennial.application.program;

import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.Transaction;
import dev.perennial.domain.program.Program;
import dev.perennial.domain.program.ProgramChecker;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.ProgramHistory.InForce;
import dev.perennial.domain.program.ProgramVersion;
import dev.perennial.domain.shared.TenantId;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The compiled programs of all tenants. Each use asks, in its own transaction, whether a newer version was applied, so that
 * several instances never decide under different programs; only then is anything compiled.
 */
public final class ProgramCatalog {

    private final ProgramChecker checker;
    private final ConcurrentMap<TenantId, Known> known = new ConcurrentHashMap<>();

    private record Known(int latest, ProgramHistory history) {}

    public ProgramCatalog(ProgramChecker checker) {
        this.checker = checker;
    }

    /** The tenant's programs as the transaction sees them. */
    public ProgramHistory in(Transaction tx, TenantId tenant) {
        int latest = tx.programs().latest(tenant);
        Known current = known.get(tenant);
        if (current == null || current.latest() != latest) {
            current = new Known(latest, compiled(tx.programs().all(tenant)));
            known.put(tenant, current);
        }
        return current.history();
    }

    /** The tenant's programs now. */
    public ProgramHistory now(Storage storage, TenantId tenant) {
        return storage.read(tx -> in(tx, tenant));
    }

    private ProgramHistory compiled(List<ProgramVersion> versions) {
        return new ProgramHistory(versions.stream()
                .sorted(ProgramVersion.BY_EFFECT)
                .map(version -> new InForce(version, program(version)))
                .toList());
    }

    private Program program(ProgramVersion version) {
        return switch (checker.check(version.document())) {
            case ProgramChecker.Checked.Valid(Program program) -> program;
            case ProgramChecker.Checked.Broken(var problems) ->
                throw new IllegalStateException("an applied program no longer checks: " + problems);
        };
    }
}
