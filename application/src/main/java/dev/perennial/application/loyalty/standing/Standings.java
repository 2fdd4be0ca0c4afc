package dev.perennial.application.loyalty.standing;

import dev.perennial.application.loyalty.Lanes;
import dev.perennial.application.loyalty.RecordOwnFact;
import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Answer;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.application.storage.Transaction;
import dev.perennial.domain.loyalty.Budgets;
import dev.perennial.domain.loyalty.History;
import dev.perennial.domain.loyalty.Loyalty;
import dev.perennial.domain.loyalty.OwnFact;
import dev.perennial.domain.loyalty.StandingExplanation;
import dev.perennial.domain.loyalty.StandingGrounds;
import dev.perennial.domain.loyalty.StandingNow;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Result;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Levels and memberships. */
public final class Standings {

    private final Storage storage;
    private final Lanes lanes;
    private final ProgramCatalog catalog;
    private final StandingHistory history;
    private final TenantTime time;

    public Standings(Storage storage, Lanes lanes, ProgramCatalog catalog, StandingHistory history, TenantTime time) {
        this.storage = storage;
        this.lanes = lanes;
        this.catalog = catalog;
        this.history = history;
        this.time = time;
    }

    /** The standing as of now: what is due by now has happened, whether or not that was written down already. */
    public Result<StandingNow> get(Tenant tenant, MemberId member) {
        return reading(tenant, member, (tx, now) -> now);
    }

    /** What the level rests on now. */
    public Result<StandingExplanation> explain(Tenant tenant, MemberId member) {
        return reading(tenant, member, (tx, now) -> {
            StandingGrounds grounds = new StandingGrounds(now);
            History past = tx.members().history(tenant.id(), now.member(), grounds.historyNeeded());
            return grounds.in(past);
        });
    }

    private <T> Result<T> reading(Tenant tenant, MemberId member, BiFunction<Transaction, StandingNow, T> read) {
        return storage.read(tx -> {
            Instant now = time.now(tx, tenant.id());
            ProgramHistory programs = catalog.in(tx, tenant.id());
            return tx.members().find(tenant.id(), member).map(state -> {
                Budgets budgets = tx.budgets().asOfNow(tenant.id(), programs, state, now);
                return read.apply(tx, Loyalty.standing(programs, state, budgets, now));
            });
        });
    }

    /** What happened to the standing, the latest first. */
    public Result<List<StandingHistory.Line>> changes(Tenant tenant, MemberId member, long belowSequence, int limit) {
        return storage.member(tenant.id(), member)
                .map(state -> history.list(tenant.id(), member, belowSequence, limit));
    }

    /**
     * Records what somebody asks for: a match, a trial, a cancellation.
     *
     * @param reply makes the reply of the standing after it
     * @return refused with {@link Reason#MEMBER_NOT_FOUND}, {@link Reason#PROGRAM_NOT_APPLIED}, {@link
     *     Reason#STATUS_MATCH_NOT_OFFERED}, {@link Reason#TIER_NOT_FOUND}, {@link Reason#STATUS_MATCH_HELD}, {@link
     *     Reason#PLAN_NOT_FOUND}, {@link Reason#TRIAL_NOT_OFFERED}, {@link Reason#MEMBERSHIP_STATE}, {@link
     *     Reason#BALANCE_OVERFLOW} or {@link Reason#KEY_REUSED}
     */
    public CompletableFuture<Result<Answer>> record(
            Tenant tenant, MemberId member, OwnFact own, Identity identity, Function<StandingNow, Payload> reply) {
        return lanes.submit(RecordOwnFact.requested(tenant.id(), member, own, identity, reply));
    }
}
