package dev.perennial.domain.loyalty;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.NetOrder;
import dev.perennial.domain.activity.Purchase;
import dev.perennial.domain.activity.Refund;
import dev.perennial.domain.member.Behaviour;
import dev.perennial.domain.program.Cap;
import dev.perennial.domain.program.Facts;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.ProgramHistory.InForce;
import dev.perennial.domain.program.Progress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Nominal entitlement: a fold over a member's facts in the order in which they occurred, each under the program version
 * in force at its time. A fact is <em>open</em> when it may be decided again; a closed one keeps what it was credited,
 * and what it was credited is reserved under the caps before any open fact is given room.
 */
final class Fold {

    private final ProgramHistory programs;
    private final Instant enrolledAt;
    private final Map<String, List<Refund>> refunds = new HashMap<>();

    Fold(ProgramHistory programs, Instant enrolledAt, List<Refund> refunds) {
        this.programs = programs;
        this.enrolledAt = enrolledAt;
        refunds.forEach(refund -> this.refunds
                .computeIfAbsent(refund.orderId(), id -> new ArrayList<>())
                .add(refund));
    }

    /**
     * What a fold came to.
     *
     * @param tally the fold after all the facts
     * @param checkpoints the fold as it was before the first fact of each month
     */
    record Folded(List<Step> steps, Tally tally, Map<Instant, Tally> checkpoints) {}

    /** One fact with what it is entitled to now; {@code fact} still says what was granted before. */
    record Step(
            RecordedFact fact,
            Activity net,
            InForce under,
            boolean counts,
            boolean overRefunded,
            boolean open,
            List<RuleOutcome> outcomes) {}

    Folded over(Tally start, List<RecordedFact> facts, Predicate<RecordedFact> open) {
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
            Step step = step(tally, fact, under(fact, open.test(fact)), open.test(fact), reserved);
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
        Activity activity = fact.activity();
        boolean counts = false;
        boolean over = false;
        boolean worthless = false;
        if (activity.detail() instanceof Purchase order) {
            NetOrder net = NetOrder.of(order, refunds.getOrDefault(order.orderId(), List.of()));
            activity = activity.withDetail(net.purchase());
            worthless = net.fullyRefunded();
            over = net.overRefunded();
            counts = !worthless;
        }
        List<RuleOutcome> outcomes = List.of();
        if (open && worthless) {
            outcomes = Earnings.none(under.program(), activity, "the order was refunded in full");
        } else if (open) {
            Facts facts = new Facts(
                    activity, under.program().zone(), fact.traits(), tally.behaviour(), enrolledAt, Progress.NONE);
            outcomes = Earnings.of(
                    under.program(), facts, use -> Math.addExact(tally.used(use), reserved.getOrDefault(use, 0L)));
        }
        return new Step(fact, activity, under, counts, over, open, outcomes);
    }

    private InForce under(RecordedFact fact, boolean open) {
        return open ? programs.at(fact.decidedAsOf()) : programs.numbered(fact.programVersion());
    }

    private Tally after(Tally before, Step step) {
        LocalDate day = LocalDate.ofInstant(
                step.net().occurredAt(), step.under().program().zone());
        Behaviour behaviour = before.behaviour();
        if (step.counts() && step.net().detail() instanceof Purchase order) {
            boolean ours = order.currency().equals(step.under().program().currency());
            behaviour = behaviour.withPurchase(step.net().occurredAt(), ours ? order.amount() : 0);
        }
        Map<CapUse, Long> charged = new HashMap<>();
        for (Grant grant : grants(step)) {
            for (Cap cap : caps(step.under(), grant.rule())) {
                charged.merge(CapUse.of(grant.rule(), cap, day), CapUse.taken(cap, grant.credited()), Math::addExact);
            }
        }
        return before.after(step.fact().position(), day, behaviour, charged);
    }

    /** What the fact is granted by this fold: decided anew when open, as it was when closed. */
    static List<Grant> grants(Step step) {
        if (!step.open()) {
            return step.fact().grants();
        }
        return step.outcomes().stream()
                .filter(RuleOutcome::matched)
                .map(outcome -> new Grant(outcome.rule(), outcome.unit(), outcome.nominal(), outcome.credited()))
                .toList();
    }

    private void reserve(Map<CapUse, Long> reserved, RecordedFact fact, int sign) {
        InForce under = programs.numbered(fact.programVersion());
        LocalDate day = LocalDate.ofInstant(
                fact.activity().occurredAt(), under.program().zone());
        for (Grant grant : fact.grants()) {
            for (Cap cap : caps(under, grant.rule())) {
                reserved.merge(
                        CapUse.of(grant.rule(), cap, day), sign * CapUse.taken(cap, grant.credited()), Math::addExact);
            }
        }
    }

    private static List<Cap> caps(InForce under, String rule) {
        return under.program()
                .rule(rule)
                .map(found -> found.document().limits().caps())
                .orElse(List.of());
    }
}
