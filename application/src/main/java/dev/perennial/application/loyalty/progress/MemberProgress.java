package dev.perennial.application.loyalty.progress;

import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.domain.loyalty.Budgets;
import dev.perennial.domain.loyalty.Decision;
import dev.perennial.domain.loyalty.Loyalty;
import dev.perennial.domain.loyalty.ProgressNow;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Result;
import java.time.Instant;
import java.util.Set;

/** How far members have come with cards, challenges and counters. */
public final class MemberProgress {

    private final Storage storage;
    private final ProgramCatalog catalog;
    private final TenantTime time;

    public MemberProgress(Storage storage, ProgramCatalog catalog, TenantTime time) {
        this.storage = storage;
        this.catalog = catalog;
        this.time = time;
    }

    /** As of now: what is due by now has happened, whether or not that was written down already. */
    public Result<ProgressNow> get(Tenant tenant, MemberId member) {
        Result<Seen> seen = storage.read(tx -> {
            ProgramHistory programs = catalog.in(tx, tenant.id());
            Instant now = time.now(tx, tenant.id());
            return tx.members().find(tenant.id(), member).map(state -> {
                Budgets budgets = tx.budgets().asOfNow(tenant.id(), programs, state, now);
                return new Seen(
                        programs,
                        Loyalty.advance(programs, state, budgets, now),
                        CardConversions.of(tx, tenant.id(), programs, Set.of(state)));
            });
        });
        return seen.map(as -> ProgressNow.of(
                as.programs(), as.advanced().after(), as.conversions().with(as.advanced())));
    }

    private record Seen(ProgramHistory programs, Decision advanced, CardConversions conversions) {}
}
