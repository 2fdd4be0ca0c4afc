package dev.perennial.application.loyalty.pool;

import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Answer;
import dev.perennial.application.shared.Backoff;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Attempts;
import dev.perennial.application.storage.Keyed;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Result;
import java.util.Set;
import java.util.function.Function;

/** What members do with their pools: each time one transaction of its own, because it is about several at once. */
final class PoolTransactions {

    private final Attempts attempts;
    private final ProgramCatalog catalog;
    private final TenantTime time;

    PoolTransactions(Storage storage, ProgramCatalog catalog, TenantTime time, Backoff backoff) {
        this.attempts = new Attempts(storage, backoff);
        this.catalog = catalog;
        this.time = time;
    }

    /** The key first, then the members and the holder, ascending, then what is scarce: the order of the lanes. */
    Result<Answer> once(
            Tenant tenant,
            String pool,
            Set<MemberId> members,
            Identity identity,
            Function<PoolRoom, Result<Payload>> work) {
        return attempts.decide(time, tenant.id(), (tx, now) -> {
            catalog.meet(tx, tenant.id());
            return new Keyed(tx, tenant, identity)
                    .once(() -> PoolRoom.open(tx, tenant, pool, members, () -> catalog.in(tx, tenant.id()), now)
                            .then(work));
        });
    }
}
