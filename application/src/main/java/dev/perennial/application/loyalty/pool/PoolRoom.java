package dev.perennial.application.loyalty.pool;

import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Effect;
import dev.perennial.application.storage.Transaction;
import dev.perennial.domain.ledger.Wallet;
import dev.perennial.domain.loyalty.BudgetUse;
import dev.perennial.domain.loyalty.Budgets;
import dev.perennial.domain.loyalty.Decision;
import dev.perennial.domain.loyalty.Loyalty;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.Permission;
import dev.perennial.domain.loyalty.PoolDecisions;
import dev.perennial.domain.loyalty.pool.Place;
import dev.perennial.domain.loyalty.pool.PoolHolder;
import dev.perennial.domain.loyalty.pool.Roster;
import dev.perennial.domain.loyalty.replay.Asked;
import dev.perennial.domain.loyalty.transfer.Party;
import dev.perennial.domain.program.PoolDocument;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.ProgramHistory.InForce;
import dev.perennial.domain.program.ProgramVersion;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One pool and some members, locked in one transaction: what is decided for one of them is seen by the next. */
final class PoolRoom {

    final Transaction tx;
    final Tenant tenant;
    final String pool;
    final ProgramHistory programs;
    final Instant now;
    private final Map<MemberId, MemberState> states;
    private final List<Decision> decisions = new ArrayList<>();
    private final Map<BudgetUse, Long> drawn = new HashMap<>();
    private Budgets budgets;

    private PoolRoom(
            Transaction tx,
            Tenant tenant,
            String pool,
            ProgramHistory programs,
            Map<MemberId, MemberState> states,
            Instant now) {
        this.tx = tx;
        this.tenant = tenant;
        this.pool = pool;
        this.programs = programs;
        this.states = new TreeMap<>(states);
        this.now = now;
        Set<BudgetUse> uses = new HashSet<>();
        states.values().forEach(state -> uses.addAll(Loyalty.budgetsNeeded(programs, state, null, now)));
        this.budgets = uses.isEmpty() ? Budgets.NONE : new Budgets(tx.budgets().lock(tenant.id(), uses));
    }

    /**
     * Locks everybody, ascending, and then what is scarce.
     *
     * @param programs read under the locks: whoever held a member before may have decided under a version that is new
     * @return refused with {@link Reason#PROGRAM_NOT_APPLIED} or {@link Reason#MEMBER_NOT_FOUND}
     */
    static Result<PoolRoom> open(
            Transaction tx,
            Tenant tenant,
            String pool,
            Set<MemberId> members,
            Supplier<ProgramHistory> programs,
            Instant now) {
        Set<MemberId> all = new HashSet<>(members);
        all.add(PoolHolder.of(pool));
        Map<MemberId, MemberState> states = tx.members().lock(tenant.id(), all);
        ProgramHistory known = programs.get();
        if (known.isEmpty()) {
            return Result.refused(Refusal.programNotApplied());
        }
        states.entrySet().removeIf(each -> !each.getValue().id().equals(each.getKey())); // rosters know survivors only
        return states.keySet().containsAll(members)
                ? Result.ok(new PoolRoom(tx, tenant, pool, known, states, now))
                : Result.refused(Refusal.memberNotFound());
    }

    /** What the program in force lets families do; refused with {@link Reason#POOL_NOT_OFFERED}. */
    Result<PoolDocument> terms() {
        PoolDocument terms = programs.at(now).program().document().spending().pool();
        return terms == null
                ? Result.refused(Refusal.of(Reason.POOL_NOT_OFFERED, "The program has no pools."))
                : Result.ok(terms);
    }

    /** Of a program that has no pools any more, what it last let families do: nothing is locked up in a pool. */
    Result<PoolDocument> termsOfTaking() {
        return programs.versions().stream()
                .filter(each -> !each.version().effectiveAt().isAfter(now))
                .sorted(Comparator.comparing(InForce::version, ProgramVersion.BY_EFFECT)
                        .reversed())
                .flatMap(each ->
                        Stream.ofNullable(each.program().document().spending().pool()))
                .findFirst()
                .map(Result::ok)
                .orElseGet(this::terms);
    }

    /** Whether the member may do what it wishes, by its status. */
    Result<MemberState> allowed(MemberId id) {
        MemberState state = member(id);
        return Permission.toMember(state)
                .<Result<MemberState>>map(Result::refused)
                .orElseGet(() -> Result.ok(state));
    }

    /** Refused with {@link Reason#POOL_NOT_FOUND} when nobody ever founded it. */
    Result<MemberState> holder() {
        MemberState holder = states.get(PoolHolder.of(pool));
        return holder == null ? Result.refused(Roster.notFound()) : Result.ok(holder);
    }

    MemberState member(MemberId id) {
        MemberState state = states.get(id);
        if (state == null) {
            throw new IllegalStateException("nobody has locked this member");
        }
        return state;
    }

    Party party(MemberId id) {
        return new Party(id, member(id).number());
    }

    Roster roster() {
        return tx.pools().roster(tenant.id(), pool);
    }

    Optional<Place> last(MemberId member) {
        return tx.pools().last(tenant.id(), member);
    }

    Budgets budgets() {
        return budgets;
    }

    /** Keeps a decision until everything is decided. */
    void decided(Decision decision) {
        states.put(decision.after().id(), decision.after());
        budgets = budgets.less(decision.draws());
        decision.draws().forEach((use, units) -> drawn.merge(use, units, Math::addExact));
        decisions.add(decision);
    }

    /** A place as the roster decided it, with the event for whose place it is. */
    void placed(Place place) {
        MemberId member = place.member().id();
        String from = last(member)
                .filter(last -> last.pool().equals(pool))
                .map(last -> last.state().name())
                .orElse("");
        decided(PoolDecisions.placed(programs, member(member), budgets, from, place, now));
        tx.pools().save(tenant.id(), List.of(place));
    }

    /**
     * Writes everything that was decided.
     *
     * @param member something was decided for it, beside which the reply is kept
     * @param asked of it, so that it can be decided once more
     */
    Payload save(
            MemberId member, Effect.Kind kind, Identity identity, Asked asked, Function<PoolReport, Payload> reply) {
        Wallet wallet = Loyalty.advance(programs, member(PoolHolder.of(pool)), budgets, now)
                .after()
                .wallet();
        MemberState after = member(member);
        Payload payload = reply.apply(new PoolReport(roster(), wallet, after.sequence()));
        Effect.Request request =
                new Effect.Request(identity.key(), kind, after.lastCommand(), "", payload).asking(asked);
        if (!drawn.isEmpty()) {
            tx.budgets().draw(tenant.id(), Map.copyOf(drawn));
        }
        tx.members()
                .save(
                        tenant.id(),
                        decisions.stream()
                                .map(decision ->
                                        new Effect(decision, decision.after().equals(after) ? request : null, now))
                                .toList());
        return payload;
    }
}
