package dev.perennial.application.ledger;

import dev.perennial.application.loyalty.Lanes;
import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Answer;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.domain.loyalty.Approvals;
import dev.perennial.domain.loyalty.Budgets;
import dev.perennial.domain.loyalty.Correction.Corrected;
import dev.perennial.domain.loyalty.Loyalty;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

/** What members own: balances, statements and corrections by hand. */
public final class UnitLedger {

    private final Storage storage;
    private final Lanes lanes;
    private final ProgramCatalog catalog;
    private final Statements statements;
    private final TenantTime time;

    public UnitLedger(Storage storage, Lanes lanes, ProgramCatalog catalog, Statements statements, TenantTime time) {
        this.storage = storage;
        this.lanes = lanes;
        this.catalog = catalog;
        this.statements = statements;
        this.time = time;
    }

    /** The member as of now: what has run out by now is gone, whether or not that was written down already. */
    public Result<MemberState> balances(Tenant tenant, MemberId member) {
        return storage.read(tx -> {
            ProgramHistory programs = catalog.in(tx, tenant.id());
            Instant now = time.now(tx, tenant.id());
            return tx.members().find(tenant.id(), member).map(state -> {
                Budgets budgets = tx.budgets().asOfNow(tenant.id(), programs, state, now);
                return Loyalty.advance(programs, state, budgets, now).after();
            });
        });
    }

    /** A member's entries, the newest first, with the reasons of those made by hand. */
    public Result<List<Statements.Line>> entries(
            Tenant tenant, MemberId member, Optional<UnitId> unit, long belowNumber, int limit) {
        return storage.member(tenant.id(), member)
                .map(state -> statements.list(tenant.id(), member, unit, belowNumber, limit));
    }

    /**
     * Gives or takes units by hand, or gives back what ran out.
     *
     * @param reply makes the reply of what it came to and the command's number
     * @return refused with {@link Reason#MEMBER_MOVED} or {@link Reason#PROGRAM_VERSION_MOVED} when the expectations
     *     are not met, {@link Reason#MEMBER_NOT_FOUND}, {@link Reason#PROGRAM_NOT_APPLIED}, {@link Reason#KEY_REUSED}, or
     *     as {@link Approvals#alone} is
     */
    public CompletableFuture<Result<Answer>> adjust(
            Tenant tenant, Adjustment adjustment, Identity identity, BiFunction<Corrected, Long, Payload> reply) {
        return lanes.submit(new AdjustUnits(tenant.id(), adjustment, identity, reply));
    }
}
