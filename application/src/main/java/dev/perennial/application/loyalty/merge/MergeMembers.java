package dev.perennial.application.loyalty.merge;

import static java.util.Objects.requireNonNull;

import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.RequestKey;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Effect;
import dev.perennial.application.storage.Identifiers.Held;
import dev.perennial.application.storage.Identifiers.Owned;
import dev.perennial.application.storage.Transaction;
import dev.perennial.domain.loyalty.BudgetUse;
import dev.perennial.domain.loyalty.Budgets;
import dev.perennial.domain.loyalty.Decision;
import dev.perennial.domain.loyalty.HistoryNeed;
import dev.perennial.domain.loyalty.Loyalty;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.Merging;
import dev.perennial.domain.loyalty.pool.Place;
import dev.perennial.domain.loyalty.pool.PlaceState;
import dev.perennial.domain.member.Identifier;
import dev.perennial.domain.member.Member;
import dev.perennial.domain.member.Profile;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Two members, locked in one transaction, on their way to be one. */
final class MergeMembers {

    /** The survivor's whole past is folded once more while both are locked: some seconds for as many. */
    private static final long FACTS_MAX = 100_000;

    private final Transaction tx;
    private final Tenant tenant;
    private final MemberMerging.Asked asked;
    private final ProgramHistory programs;
    private final Instant now;
    private final List<Effect> effects = new ArrayList<>();
    private final Map<BudgetUse, Long> drawn = new HashMap<>();
    private Budgets budgets;
    private MemberState from;
    private MemberState into;

    private MergeMembers(
            Transaction tx,
            Tenant tenant,
            MemberMerging.Asked asked,
            ProgramHistory programs,
            MemberState from,
            MemberState into,
            Instant now) {
        this.tx = tx;
        this.tenant = tenant;
        this.asked = asked;
        this.programs = programs;
        this.now = from.effective(into.effective(now));
        Set<BudgetUse> uses = new HashSet<>(Loyalty.budgetsNeeded(programs, from, null, this.now));
        uses.addAll(Loyalty.budgetsNeeded(programs, into, null, this.now));
        this.budgets = uses.isEmpty() ? Budgets.NONE : new Budgets(tx.budgets().lock(tenant.id(), uses));
        this.from = from;
        this.into = into;
    }

    /** Locks both, ascending, and what is scarce. */
    static Result<MergeMembers> open(
            Transaction tx, Tenant tenant, MemberMerging.Asked asked, Supplier<ProgramHistory> programs, Instant now) {
        Map<MemberId, MemberState> states =
                tx.members().lock(tenant.id(), new HashSet<>(List.of(asked.from(), asked.into())));
        MemberState from = states.get(asked.from());
        MemberState into = states.get(asked.into());
        ProgramHistory known = programs.get();
        if (from == null || into == null) {
            return Result.refused(Refusal.memberNotFound());
        }
        return known.isEmpty()
                ? Result.refused(Refusal.programNotApplied())
                : Result.ok(new MergeMembers(tx, tenant, asked, known, from, into, now));
    }

    /** Both are brought to the same moment, each by itself, before anything is compared. Nothing is written yet. */
    Result<MergeMembers> allowed() {
        into = decided(Loyalty.advance(programs, into, budgets, now));
        if (from.number() != into.number()) {
            from = decided(Loyalty.advance(programs, from, budgets, now));
        }
        Optional<Refusal> refusal = Merging.refusal(programs, from, into)
                .or(this::identifiers)
                .or(this::pool)
                .or(() -> tx.merges()
                        .conflict(tenant.id(), from, into)
                        .map(found -> Merging.conflict(found.kind().name(), found.subject())))
                .or(this::size);
        return refusal.<Result<MergeMembers>>map(Result::refused).orElseGet(() -> Result.ok(this));
    }

    private Optional<Refusal> identifiers() {
        int together = held(from).size() + held(into).size();
        return together > Identifier.MAX
                ? Optional.of(Refusal.of(
                        Reason.TOO_MANY_IDENTIFIERS,
                        "Both together have more identifiers than a member may have.",
                        Map.of("max", Integer.toString(Identifier.MAX))))
                : Optional.empty();
    }

    private List<Held> held(MemberState state) {
        return tx.identifiers().of(tenant.id(), Set.of(state.id())).getOrDefault(state.id(), List.of());
    }

    private Optional<Refusal> pool() {
        return tx.pools()
                .last(tenant.id(), from.id())
                .filter(place -> place.state() == PlaceState.JOINED)
                .map(Place::pool)
                .map(pool -> Merging.conflict("POOL", pool));
    }

    private Optional<Refusal> size() {
        return from.lastActivity() + into.lastActivity() > FACTS_MAX
                ? Optional.of(Merging.conflict("SIZE", Long.toString(FACTS_MAX)))
                : Optional.empty();
    }

    Payload done(RequestKey key, Function<MemberState, Payload> reply) {
        fillProfile();
        from = decided(Merging.leaving(programs, from, into, now));
        save();
        moveIdentifiers();
        tx.merges().move(tenant.id(), from, into, now);
        into = requireNonNull(tx.members().lock(tenant.id(), Set.of(into.id())).get(into.id()));
        Result<Decision> joined = Merging.joined(
                programs, into, from, tx.members().history(tenant.id(), into, HistoryNeed.everything()), now);
        if (!(joined instanceof Result.Ok<Decision>(Decision decision))) {
            throw new IllegalStateException("what was moved already cannot be refused");
        }
        into = decision.after();
        Payload payload = reply.apply(into);
        decision.draws().forEach((use, units) -> drawn.merge(use, units, Math::addExact));
        effects.add(new Effect(
                decision,
                new Effect.Request(
                        key, Effect.Kind.MERGE_MEMBERS, into.lastCommand(), asked.reason(), asked.actor(), payload),
                now));
        save();
        return payload;
    }

    private void fillProfile() {
        Map<MemberId, Member> profiles = tx.profiles().read(tenant.id(), Set.of(from.id(), into.id()));
        Member survivor = profiles.get(into.id());
        Member merged = profiles.get(from.id());
        if (survivor == null || merged == null) {
            return;
        }
        Profile filled = Merging.filled(survivor.profile(), merged.profile());
        if (!filled.equals(survivor.profile())) {
            Member updated = survivor.updated(filled, now);
            into = decided(Loyalty.updateProfile(programs, into, survivor.profile(), updated, budgets, now));
            tx.profiles().save(tenant.id(), List.of(updated));
        }
    }

    private void moveIdentifiers() {
        List<Held> held = held(from);
        if (!held.isEmpty()) {
            tx.identifiers()
                    .save(
                            tenant.id(),
                            held.stream()
                                    .map(each -> new Owned(from.number(), each))
                                    .toList(),
                            held.stream()
                                    .map(each -> new Owned(into.number(), each.renumbered(into.lastCommand())))
                                    .toList());
        }
    }

    private MemberState decided(Decision decision) {
        if (decision.hasEffect()) {
            effects.add(new Effect(decision, null, now));
            budgets = budgets.less(decision.draws());
            decision.draws().forEach((use, units) -> drawn.merge(use, units, Math::addExact));
        }
        return decision.after();
    }

    private void save() {
        if (!drawn.isEmpty()) {
            tx.budgets().draw(tenant.id(), Map.copyOf(drawn));
            drawn.clear();
        }
        tx.members().save(tenant.id(), List.copyOf(effects));
        effects.clear();
    }
}
