package dev.perennial.application.activity;

import dev.perennial.application.loyalty.Expectations;
import dev.perennial.application.loyalty.Lanes;
import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Answer;
import dev.perennial.application.shared.Fingerprint;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.application.storage.Transaction;
import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.Purchase;
import dev.perennial.domain.loyalty.BudgetUse;
import dev.perennial.domain.loyalty.Budgets;
import dev.perennial.domain.loyalty.Consequences;
import dev.perennial.domain.loyalty.HistoryNeed;
import dev.perennial.domain.loyalty.Loyalty;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.RecordedFact;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** What customers did: one activity in, all consequences out. */
public final class Activities {

    private final Storage storage;
    private final Lanes lanes;
    private final ProgramCatalog catalog;
    private final ActivityLog log;
    private final TenantTime time;

    public Activities(Storage storage, Lanes lanes, ProgramCatalog catalog, ActivityLog log, TenantTime time) {
        this.storage = storage;
        this.lanes = lanes;
        this.catalog = catalog;
        this.log = log;
        this.time = time;
    }

    /** Records a fact; its own source and external id are its key. */
    public CompletableFuture<Result<Answer>> record(
            Tenant tenant,
            MemberId member,
            Activity activity,
            Fingerprint fingerprint,
            Function<Consequences, Payload> reply) {
        return lanes.submit(new RecordActivity(tenant.id(), member, activity, fingerprint, reply));
    }

    /**
     * Decides as {@link #record} would, and commits nothing.
     *
     * @param expectations of the version, that it is in force when the activity occurred
     * @return refused with {@link Reason#MEMBER_MOVED} or {@link Reason#PROGRAM_VERSION_MOVED} when they are not met
     */
    public Result<Consequences> simulate(Tenant tenant, MemberId member, Activity activity, Expectations expectations) {
        return storage.read(tx -> {
            MemberState state = tx.members().read(tenant.id(), Set.of(member)).get(member);
            if (state == null) {
                return Result.refused(Refusal.memberNotFound());
            }
            return simulated(tx, tenant, state, activity, expectations);
        });
    }

    private Result<Consequences> simulated(
            Transaction tx, Tenant tenant, MemberState state, Activity activity, Expectations expectations) {
        ProgramHistory programs = catalog.in(tx, tenant.id());
        if (programs.isEmpty()) {
            return Result.refused(Refusal.programNotApplied());
        }
        Instant now = time.now(tx, tenant.id());
        Optional<Refusal> future = FutureFacts.refusal(activity, now);
        if (future.isPresent()) {
            return Result.refused(future.get());
        }
        Set<BudgetUse> uses = Loyalty.budgetsNeeded(programs, state, activity, now);
        Budgets budgets = tx.budgets().asOfNow(tenant.id(), uses);
        int version = programs.at(activity.decidedAsOf(state.effective(now))).number();
        Optional<Refusal> moved = expectations.unmet(programs, state, version, budgets, now);
        if (moved.isPresent()) {
            return Result.refused(moved.get());
        }
        if (activity.detail() instanceof Purchase order && isRecorded(tx, tenant, state, order)) {
            return Result.refused(Refusal.orderAlreadyRecorded(order.orderId()));
        }
        return RecordActivity.decided(
                programs, state, activity, need -> tx.members().history(tenant.id(), state, need), budgets, now);
    }

    /** When it is recorded, the order's own row refuses a second one; a simulation has to look. */
    private static boolean isRecorded(Transaction tx, Tenant tenant, MemberState state, Purchase order) {
        return !tx.members()
                .history(tenant.id(), state, new HistoryNeed.OfOrder(order.orderId()))
                .facts()
                .isEmpty();
    }

    /**
     * Why a recorded fact came to what it did.
     *
     * @param number the fact's number within the member
     * @return refused with {@link Reason#ACTIVITY_NOT_FOUND} when the member has no fact of that number
     */
    public Result<Explanation> explain(Tenant tenant, MemberId member, long number) {
        return storage.member(tenant.id(), member)
                .then(state -> explain(tenant, state, state.merges().activity(member, number)));
    }

    private Result<Explanation> explain(Tenant tenant, MemberState state, long number) {
        MemberId member = state.id();
        return list(tenant, member, number + 1, 1).then(found -> {
            if (found.isEmpty() || found.getFirst().number() != number) {
                return Result.refused(Refusal.of(Reason.ACTIVITY_NOT_FOUND, "The member has no such activity."));
            }
            return Result.ok(storage.read(tx -> explained(tx, tenant, member, found.getFirst())));
        });
    }

    private Explanation explained(Transaction tx, Tenant tenant, MemberId member, RecordedFact fact) {
        MemberState state = Objects.requireNonNull(
                tx.members().read(tenant.id(), Set.of(member)).get(member), "a member is never removed");
        return new Explaining(tx, tenant.id(), state, catalog.in(tx, tenant.id())).explain(fact);
    }

    /** A member's facts, the newest recorded first. */
    public Result<List<RecordedFact>> list(Tenant tenant, MemberId member, long belowNumber, int limit) {
        return storage.member(tenant.id(), member).map(state -> log.list(tenant.id(), member, belowNumber, limit));
    }
}
