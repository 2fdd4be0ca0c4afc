package dev.perennial.domain.testing;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.NetOrder;
import dev.perennial.domain.activity.Purchase;
import dev.perennial.domain.activity.Refund;
import dev.perennial.domain.member.Behaviour;
import dev.perennial.domain.program.Cap;
import dev.perennial.domain.program.EarningAmount;
import dev.perennial.domain.program.EarningRule;
import dev.perennial.domain.program.EarningRuleDocument;
import dev.perennial.domain.program.Facts;
import dev.perennial.domain.program.Program;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.Progress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a set of facts is entitled to, computed the plain way: everything at once, in the order of occurrence, without
 * checkpoints, tallies or windows. The oracle for the fold.
 */
public final class Entitlement {

    private final List<Refund> refunds;
    private final Map<String, Long> credited = new TreeMap<>();
    private final Map<List<Object>, Long> used = new HashMap<>();
    private final List<Bought> bought = new ArrayList<>();

    /** An order that counts, with what of it counts as spent. */
    private record Bought(Instant at, long spent) {}

    private Entitlement(Collection<Told> told) {
        refunds = told.stream()
                .map(each -> each.activity().detail())
                .filter(Refund.class::isInstance)
                .map(Refund.class::cast)
                .toList();
    }

    public static Entitlement of(Collection<Told> told, ProgramHistory programs) {
        Entitlement entitlement = new Entitlement(told);
        told.stream()
                .filter(each -> !(each.activity().detail() instanceof Refund))
                .sorted(Comparator.comparing(each -> each.activity().position()))
                .forEach(
                        each -> entitlement.add(each, programs.at(decided(each)).program()));
        entitlement.credited.values().removeIf(units -> units == 0);
        return entitlement;
    }

    /** Units by {@code fact/rule/unit}, for those that are more than zero. */
    public Map<String, Long> units() {
        return credited;
    }

    /** What the orders add up to. */
    public Behaviour behaviour() {
        return bought.isEmpty()
                ? Behaviour.NONE
                : new Behaviour(
                        bought.size(),
                        bought.stream().mapToLong(Bought::spent).sum(),
                        bought.getFirst().at(),
                        bought.getLast().at());
    }

    /** The moment whose version decides: nobody knew of a later one when the fact was told ahead. */
    private static Instant decided(Told told) {
        Instant occurredAt = told.activity().occurredAt();
        return occurredAt.isAfter(told.at()) ? told.at() : occurredAt;
    }

    private void add(Told told, Program program) {
        Activity fact = told.activity();
        Activity net = fact;
        if (fact.detail() instanceof Purchase order) {
            List<Refund> own = refunds.stream()
                    .filter(refund -> refund.orderId().equals(order.orderId()))
                    .toList();
            NetOrder worth = NetOrder.of(order, own);
            if (worth.fullyRefunded()) {
                return;
            }
            net = fact.withDetail(worth.purchase());
        }
        Facts read = new Facts(net, program.zone(), told.member(), behaviour(), Moments.START, Progress.NONE);
        for (EarningRule rule : program.rulesFor(fact)) {
            if (good(rule.document(), fact) && rule.condition().test(read).matched()) {
                credit(fact, rule, nominal(net, rule, program), program);
            }
        }
        if (net.detail() instanceof Purchase order) {
            bought.add(new Bought(fact.occurredAt(), foreign(order, program) ? 0 : order.amount()));
        }
    }

    private static boolean good(EarningRuleDocument rule, Activity fact) {
        Instant startsAt = rule.subject().startsAt();
        Instant endsAt = rule.subject().endsAt();
        Instant start = startsAt == null ? Instant.MIN : startsAt;
        Instant end = endsAt == null ? Instant.MAX : endsAt;
        boolean inSeason =
                start.compareTo(fact.occurredAt()) <= 0 && fact.occurredAt().compareTo(end) < 0;
        return inSeason && (!fact.historical() || rule.earnsOnHistorical());
    }

    private static long nominal(Activity net, EarningRule rule, Program program) {
        if (rule.document().amount() instanceof EarningAmount.Fixed(long units)) {
            return units;
        }
        Purchase order = (Purchase) net.detail();
        if (rule.document().amount() instanceof EarningAmount.PerItem(long units)) {
            return order.quantity() * units;
        }
        EarningAmount.PerAmount amount =
                (EarningAmount.PerAmount) rule.document().amount();
        return foreign(order, program) ? 0 : amount.rounding().scale(order.amount(), amount.units(), amount.each());
    }

    private static boolean foreign(Purchase order, Program program) {
        return !order.currency().equals(program.currency());
    }

    private void credit(Activity fact, EarningRule rule, long nominal, Program program) {
        LocalDate day = fact.occurredAt().atZone(program.zone()).toLocalDate();
        long units = nominal;
        for (Cap cap : rule.document().limits().caps()) {
            units = Math.min(units, cap.limit() - used.getOrDefault(counter(rule, cap, day), 0L));
        }
        long allowed = Math.max(0, units);
        rule.document().limits().caps().forEach(cap -> used.merge(counter(rule, cap, day), allowed, Long::sum));
        credited.put(
                fact.key().externalId() + "/" + rule.id() + "/" + rule.unit().value(), allowed);
    }

    private static List<Object> counter(EarningRule rule, Cap cap, LocalDate day) {
        return List.of(rule.id(), cap.period(), cap.period().startOf(day));
    }
}
