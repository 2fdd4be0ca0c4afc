package dev.perennial.application.ledger;

import dev.perennial.application.loyalty.Lanes;
import dev.perennial.application.shared.Answer;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Storage;
import dev.perennial.domain.loyalty.Decision;
import dev.perennial.domain.loyalty.Loyalty;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.UnitId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

/** What members own: balances, statements and corrections by hand. */
public final class UnitLedger {

    private final Storage storage;
    private final Lanes lanes;
    private final Statements statements;
    private final InstantSource clock;

    public UnitLedger(Storage storage, Lanes lanes, Statements statements, InstantSource clock) {
        this.storage = storage;
        this.lanes = lanes;
        this.statements = statements;
        this.clock = clock;
    }

    /** The member as of now: what has run out by now is gone, whether or not that was written down already. */
    public Result<MemberState> balances(Tenant tenant, MemberId member) {
        return storage.member(tenant.id(), member)
                .map(state -> Loyalty.advance(state, clock.instant()).after());
    }

    /** A member's entries, the newest first, with the reasons of those made by hand. */
    public Result<List<Statements.Line>> entries(
            Tenant tenant, MemberId member, Optional<UnitId> unit, long belowNumber, int limit) {
        return storage.member(tenant.id(), member)
                .map(state -> statements.list(tenant.id(), member, unit, belowNumber, limit));
    }

    /**
     * Gives or takes units by hand.
     *
     * @param amount what to give, or when negative to take, in the unit's smallest step; not zero
     * @param reason why, kept with the command
     */
    public CompletableFuture<Result<Answer>> adjust(
            Tenant tenant,
            MemberId member,
            UnitId unit,
            long amount,
            String reason,
            Identity identity,
            BiFunction<Decision, Long, Payload> reply) {
        return lanes.submit(new AdjustUnits(tenant.id(), member, unit, amount, reason, identity, reply));
    }
}
