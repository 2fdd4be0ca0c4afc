package dev.perennial.domain.testing;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.NetOrder;
import dev.perennial.domain.activity.Purchase;
import dev.perennial.domain.activity.Refund;
import dev.perennial.domain.member.Behaviour;
import dev.perennial.domain.member.Traits;
import dev.perennial.domain.program.Cap;
import dev.perennial.domain.program.EarningAmount;
import dev.perennial.domain.program.EarningRule;
import dev.perennial.domain.program.Facts;
import dev.perennial.domain.program.Program;
import dev.perennial.domain.program.ProgramHistory;
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

    private final Map<String, Long> credited = new TreeMap<>();
    private final Map<List<Object>, Long> used = new HashMap<>();
    private final List<Purchase> bought = new ArrayList<>();
    private final List<Instant> boughtAt = new ArrayList<>();

    private Entitlement() {}

    /** Units by {@code fact/rule/unit}, for those that are more than zero. */
    public static Map<String, Long> of(Collection<Activity> facts, ProgramHistory programs) {
        Entitlement entitlement = new Entitlement();
        List<Refund> refunds = facts.stream()
                .map(Activity::detail)
                .filter(Refund.class::isInstance)
                .map(Refund.class::cast)
                .toList();
        facts.stream()
                .filter(fact -> !(fact.detail() instanceof Refund))
                .sorted(Comparator.comparing(Activity::position))
                .forEach(fact -> entitlement.add(
                        fact, refunds, programs.at(fact.occurredAt()).program()));
        entitlement.credited.values().removeIf(units -> units == 0);
        return entitlement.credited;
    }

    private void add(Activity fact, List<Refund> refunds, Program program) {
        Activity net = fact;
        if (fact.detail() instanceof Purchase order) {
            NetOrder worth = NetOrder.of(
                    order,
                    refunds.stream()
                            .filter(r -> r.orderId().equals(order.orderId()))
                            .toList());
            if (worth.fullyRefunded()) {
                return;
            }
            net = fact.withDetail(worth.purchase());
        }
        Instant first = boughtAt.isEmpty() ? null : boughtAt.getFirst();
        Behaviour before = new Behaviour(bought.size(), 0, first, first);
        for (EarningRule rule : program.rulesFor(fact)) {
            Facts read = new Facts(net, program.zone(), Traits.UNKNOWN, before, Moments.START);
            if ((!fact.historical() || rule.document().earnsOnHistorical())
                    && rule.condition().test(read).matched()) {
                credit(fact, rule, nominal(net, rule, program), program);
            }
        }
        if (net.detail() instanceof Purchase order) {
            bought.add(order);
            boughtAt.add(fact.occurredAt());
        }
    }

    private static long nominal(Activity net, EarningRule rule, Program program) {
        if (rule.document().amount() instanceof EarningAmount.Fixed(long units)) {
            return units;
        }
        Purchase order = (Purchase) net.detail();
        boolean foreign = !order.currency().equals(program.currency());
        return foreign && rule.document().amount() instanceof EarningAmount.PerAmount
                ? 0
                : rule.document().amount().of(order);
    }

    private void credit(Activity fact, EarningRule rule, long nominal, Program program) {
        LocalDate day = fact.occurredAt().atZone(program.zone()).toLocalDate();
        long units = nominal;
        for (Cap cap : rule.document().caps()) {
            units = Math.min(units, cap.units() - used.getOrDefault(counter(rule, cap, day), 0L));
        }
        long allowed = Math.max(0, units);
        rule.document().caps().forEach(cap -> used.merge(counter(rule, cap, day), allowed, Long::sum));
        credited.put(
                fact.key().externalId() + "/" + rule.id() + "/" + rule.unit().value(), allowed);
    }

    private static List<Object> counter(EarningRule rule, Cap cap, LocalDate day) {
        return List.of(rule.id(), cap.period(), cap.period().startOf(day));
    }
}
