package dev.perennial.domain.loyalty;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.Purchase;
import dev.perennial.domain.member.Behaviour;
import dev.perennial.domain.program.Cap;
import dev.perennial.domain.program.EarningRuleDocument;
import dev.perennial.domain.program.Program;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.ProgramHistory.InForce;
import dev.perennial.domain.program.UnitDefinition;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Nominal entitlement: a fold over a member's facts in the order in which they occurred, each under the program version
 * in force at its time. A fact is <em>open</em> when it may be decided again; a closed one keeps what it was credited,
 * and what it was credited is reserved under the caps before any open fact is given room.
 */
final class Fold {

    private final ProgramHistory programs;
    private final Instant enrolledAt;
    private final Budgets budgets;
    private final Map<String, List<Activity>> about = new HashMap<>();

    /** @param about everything that was told about the orders among the facts */
    Fold(ProgramHistory programs, Instant enrolledAt, Budgets budgets, List<Activity> about) {
        this.programs = programs;
        this.enrolledAt = enrolledAt;
        this.budgets = budgets;
        about.forEach(fact -> this.about
                .computeIfAbsent(fact.detail().aboutOrder(), id -> new ArrayList<>())
                .add(fact));
    }

    /**
     * What a fold came to.
     *
     * @param tally the fold after all the facts
     * @param checkpoints the fold as it was before the first fact of each month
     */
    record Folded(List<Step> steps, Tally tally, Map<Instant, Tally> checkpoints) {}

    Folded over(Tally start, List<RecordedFact> facts, Predicate<RecordedFact> open) {
        return over(start, facts, open, Map.of());
    }

    /** @param settled what rules said of closed facts that were decided again elsewhere, by the facts' numbers */
    Folded over(
            Tally start, List<RecordedFact> facts, Predicate<RecordedFact> open, Map<Long, List<RuleOutcome>> settled) {
        List<RecordedFact> ordered = facts.stream()
                .sorted(Comparator.comparing(RecordedFact::position))
                .toList();
        Map<CapUse, Long> reserved = new HashMap<>();
        ordered.stream().filter(open.negate()).forEach(fact -> reserve(reserved, fact, 1));
        Tally tally = start;
        List<Step> steps = new ArrayList<>();
        Map<Instant, Tally> checkpoints = new HashMap<>();
        for (RecordedFact fact : ordered) {
            Checkpoints.beginning(tally, fact).ifPresent(month -> checkpoints.put(month.start(), month.tally()));
            if (!open.test(fact)) {
                reserve(reserved, fact, -1);
            }
            List<RuleOutcome> outcomes = settled.get(fact.number());
            Step step = outcomes == null
                    ? step(tally, fact, under(fact, open.test(fact)), open.test(fact), reserved)
                    : deciding(tally, fact, under(fact, true)).as(outcomes);
            steps.add(step);
            tally = after(tally, step);
        }
        return new Folded(steps, tally, checkpoints);
    }

    /**
     * Decides one fact once more under the version that decided it, when all the others are as they are now.
     *
     * @param facts those that the fold has to begin with, the fact among them
     */
    List<RuleOutcome> again(Tally start, List<RecordedFact> facts, RecordedFact fact) {
        List<RecordedFact> earlier = facts.stream()
                .filter(other -> other.position().compareTo(fact.position()) < 0)
                .toList();
        Tally before = over(start, earlier, other -> false).tally();
        return step(before, fact, programs.numbered(fact.programVersion()), true, Map.of())
                .outcomes();
    }

    private Step step(Tally tally, RecordedFact fact, InForce under, boolean open, Map<CapUse, Long> reserved) {
        Allowance allowance = new FactAllowance(tally.used(), reserved, budgets, fact, under.program());
        return deciding(tally, fact, under).step(open, allowance);
    }

    private FactDecision deciding(Tally tally, RecordedFact fact, InForce under) {
        List<Activity> told = fact.activity().detail() instanceof Purchase order
                ? about.getOrDefault(order.orderId(), List.of())
                : List.of();
        return new FactDecision(programs, enrolledAt, tally, fact, under, told);
    }

    private InForce under(RecordedFact fact, boolean open) {
        return open ? programs.at(fact.decidedAsOf()) : programs.numbered(fact.programVersion());
    }

    private static Tally after(Tally before, Step step) {
        Program program = step.under().program();
        Activity net = step.worth().activity();
        Behaviour behaviour = before.behaviour();
        if (step.worth().counts() && net.detail() instanceof Purchase order) {
            behaviour = behaviour.withPurchase(net.occurredAt(), Counts.spent(order, program));
        }
        return new Tally(
                behaviour,
                used(before.used(), step),
                step.counted(),
                qualified(before.qualified(), program, step.worth()),
                step.standing(),
                step.fact().position(),
                before.waitingOrders());
    }

    private static LimitsUsed used(LimitsUsed before, Step step) {
        Instant at = step.fact().activity().occurredAt();
        LocalDate day = LocalDate.ofInstant(at, step.under().program().zone());
        Map<CapUse, Long> charged = new HashMap<>();
        Set<String> cooling = new HashSet<>();
        for (Grant grant : step.grants()) {
            EarningRuleDocument rule = limited(step.under(), grant.rule());
            if (rule != null) {
                charge(charged, rule, day, grant, 1);
                if (grant.credited() > 0 && rule.limits().cooldown().isPositive()) {
                    cooling.add(rule.id());
                }
            }
        }
        return before.after(day, charged, at, cooling);
    }

    private static Map<UnitId, Instant> qualified(Map<UnitId, Instant> before, Program program, Worth worth) {
        Map<UnitId, Instant> next = new HashMap<>();
        for (UnitDefinition unit : program.units().values()) {
            if (unit.sliding() != null
                    && !worth.isNothing()
                    && unit.sliding().qualifying().contains(worth.activity().type())) {
                next.put(new UnitId(unit.id()), worth.activity().occurredAt());
            }
        }
        if (next.isEmpty()) {
            return before;
        }
        before.forEach(next::putIfAbsent);
        return next;
    }

    private void reserve(Map<CapUse, Long> reserved, RecordedFact fact, int sign) {
        InForce under = programs.numbered(fact.programVersion());
        LocalDate day = LocalDate.ofInstant(
                fact.activity().occurredAt(), under.program().zone());
        for (Grant grant : fact.grants()) {
            EarningRuleDocument rule = limited(under, grant.rule());
            if (rule != null) {
                charge(reserved, rule, day, grant, sign);
            }
        }
    }

    private static void charge(Map<CapUse, Long> uses, EarningRuleDocument rule, LocalDate day, Grant grant, int sign) {
        for (Cap cap : rule.limits().caps()) {
            uses.merge(CapUse.of(rule.id(), cap, day), sign * CapUse.taken(cap, grant.credited()), Math::addExact);
        }
    }

    private static @Nullable EarningRuleDocument limited(InForce under, String rule) {
        return under.program().rule(rule).map(found -> found.document()).orElse(null);
    }
}
