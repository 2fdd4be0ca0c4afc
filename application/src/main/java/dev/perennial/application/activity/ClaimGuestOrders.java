package dev.perennial.application.activity;

import dev.perennial.application.activity.ClaimedOrders.ClaimedOrder;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.RequestKey;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Effect;
import dev.perennial.application.storage.GuestOrders.Told;
import dev.perennial.application.storage.Transaction;
import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.loyalty.BudgetUse;
import dev.perennial.domain.loyalty.Budgets;
import dev.perennial.domain.loyalty.Consequences;
import dev.perennial.domain.loyalty.Decision;
import dev.perennial.domain.loyalty.GuestClaims;
import dev.perennial.domain.loyalty.History;
import dev.perennial.domain.loyalty.HistoryNeed;
import dev.perennial.domain.loyalty.Loyalty;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.Permission;
import dev.perennial.domain.loyalty.guest.GuestFact;
import dev.perennial.domain.loyalty.guest.GuestOrder;
import dev.perennial.domain.loyalty.replay.Asked;
import dev.perennial.domain.program.ProgramHistory;
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
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Orders of a guest, locked in one transaction with the member whose they are about to be. */
final class ClaimGuestOrders {

    /** Each of them is a late fact, for which a part of the member's past is read; the last order may exceed it. */
    private static final int FACTS_MAX = 50;

    private final Transaction tx;
    private final Tenant tenant;
    private final GuestActivities.Claim claim;
    private final ProgramHistory programs;
    private final Instant now;
    private final List<GuestOrder> orders;
    private final boolean more;
    private final List<Effect> effects = new ArrayList<>();
    private final Map<BudgetUse, Long> drawn = new HashMap<>();
    private MemberState state;
    private Budgets budgets = Budgets.NONE;

    private ClaimGuestOrders(
            Transaction tx,
            Tenant tenant,
            GuestActivities.Claim claim,
            ProgramHistory programs,
            MemberState state,
            List<GuestOrder> found,
            Instant now) {
        this.tx = tx;
        this.tenant = tenant;
        this.claim = claim;
        this.programs = programs;
        this.state = state;
        this.now = now;
        this.orders = page(found);
        this.more = orders.size() < found.size();
    }

    /** Something of it cannot be: all that was written is undone. */
    static final class Undone extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Refusal refusal;

        private Undone(Refusal refusal) {
            super(refusal.message());
            this.refusal = refusal;
        }

        Refusal refusal() {
            return refusal;
        }
    }

    /** Locks the member, and then the orders. */
    static Result<ClaimGuestOrders> open(
            Transaction tx,
            Tenant tenant,
            GuestActivities.Claim claim,
            Supplier<ProgramHistory> programs,
            Instant now) {
        MemberState state =
                tx.members().lock(tenant.id(), Set.of(claim.member())).get(claim.member());
        ProgramHistory known = programs.get();
        if (state == null) {
            return Result.refused(Refusal.memberNotFound());
        }
        if (known.isEmpty()) {
            return Result.refused(Refusal.programNotApplied());
        }
        Optional<Refusal> forbidden = Permission.toMember(state);
        if (forbidden.isPresent()) {
            return Result.refused(forbidden.get());
        }
        List<GuestOrder> found =
                tx.guestOrders().lockClaimable(tenant.id(), claim.by(), claim.orderId(), now, FACTS_MAX + 1);
        return found.isEmpty()
                ? Result.refused(Refusal.of(
                        Reason.GUEST_ORDER_NOT_FOUND, "There is no order of a guest that could be claimed by it."))
                : Result.ok(new ClaimGuestOrders(tx, tenant, claim, known, state, found, now));
    }

    private static List<GuestOrder> page(List<GuestOrder> found) {
        List<GuestOrder> page = new ArrayList<>();
        int facts = 0;
        for (GuestOrder order : found) {
            if (facts >= FACTS_MAX) {
                break;
            }
            page.add(order);
            facts += order.facts();
        }
        return page;
    }

    /** @throws Undone when the member would have more than can be counted, or has other orders under all of the numbers */
    Payload done(RequestKey key, Function<ClaimedOrders, Payload> reply) {
        List<Told> waiting = tx.guestOrders().told(tenant.id(), ids(orders));
        ToldBefore before = ToldBefore.of(ids(orders), this::past);
        List<String> ids = claimed(waiting, before);
        List<Told> facts = waiting.stream()
                .filter(told -> ids.contains(told.fact().orderId()) && !before.has(told.fact()))
                .sorted(Comparator.comparing(Told::fact, GuestFact.IN_ORDER_OF_TIME))
                .toList();
        lockBudgets(facts);
        tx.guestOrders().take(tenant.id(), facts);
        Map<String, List<Consequences>> recorded = new HashMap<>();
        for (Told told : facts) {
            recorded.computeIfAbsent(told.fact().orderId(), order -> new ArrayList<>())
                    .add(record(told));
        }
        tx.guestOrders().close(tenant.id(), state, ids, now);
        Decision last = GuestClaims.told(programs, state, ids, budgets, now);
        Payload payload = reply.apply(new ClaimedOrders(
                ids.stream()
                        .map(id -> new ClaimedOrder(id, before.has(id), recorded.getOrDefault(id, List.of())))
                        .toList(),
                last.after(),
                more));
        accept(
                last,
                new Effect.Request(
                                key,
                                Effect.Kind.CLAIM_GUEST_ORDERS,
                                last.after().lastCommand(),
                                "",
                                claim.actor(),
                                payload)
                        .asking(Asked.NOTHING));
        save();
        return payload;
    }

    private static List<String> ids(List<GuestOrder> orders) {
        return orders.stream().map(GuestOrder::id).toList();
    }

    /** All but those of which the member has another under the same number. */
    private List<String> claimed(List<Told> waiting, ToldBefore before) {
        Set<String> others = waiting.stream()
                .filter(before::contradicts)
                .map(told -> told.fact().orderId())
                .collect(Collectors.toSet());
        List<String> claimed =
                ids(orders).stream().filter(id -> !others.contains(id)).toList();
        if (claimed.isEmpty()) {
            throw new Undone(Refusal.orderAlreadyRecorded(orders.getFirst().id()));
        }
        return claimed;
    }

    /** All at once and before anything is decided, as everywhere. */
    private void lockBudgets(List<Told> facts) {
        Set<BudgetUse> uses = new HashSet<>(Loyalty.budgetsNeeded(programs, state, null, now));
        facts.forEach(told ->
                uses.addAll(Loyalty.budgetsNeeded(programs, state, told.fact().activity(), now)));
        if (!uses.isEmpty()) {
            budgets = new Budgets(tx.budgets().lock(tenant.id(), uses));
        }
    }

    private Consequences record(Told told) {
        Activity activity = told.fact().activity();
        Result<Consequences> result = RecordActivity.decided(programs, state, activity, this::past, budgets, now);
        return switch (result) {
            case Result.Refused<Consequences>(Refusal refusal) ->
                throw new Undone(refusal.with("order_id", told.fact().orderId()));
            case Result.Ok<Consequences>(Consequences consequences) -> {
                accept(
                        consequences.decision(),
                        new Effect.Request(
                                RequestKey.activity(activity.key()),
                                Effect.Kind.ACTIVITY,
                                consequences.activityNumber(),
                                "",
                                told.reply()));
                yield consequences;
            }
        };
    }

    /** What was decided just now is a part of it. */
    private History past(HistoryNeed need) {
        save();
        return tx.members().history(tenant.id(), state, need);
    }

    private void accept(Decision decision, Effect.Request request) {
        effects.add(new Effect(decision, request, now));
        budgets = budgets.less(decision.draws());
        decision.draws().forEach((use, units) -> drawn.merge(use, units, Math::addExact));
        state = decision.after();
    }

    private void save() {
        if (!drawn.isEmpty()) {
            tx.budgets().draw(tenant.id(), Map.copyOf(drawn));
            drawn.clear();
        }
        if (!effects.isEmpty()) {
            tx.members().save(tenant.id(), List.copyOf(effects));
            effects.clear();
        }
    }
}
