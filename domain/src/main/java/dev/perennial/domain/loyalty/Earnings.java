package dev.perennial.domain.loyalty;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.Purchase;
import dev.perennial.domain.program.Cap;
import dev.perennial.domain.program.Condition;
import dev.perennial.domain.program.EarningAmount;
import dev.perennial.domain.program.EarningRule;
import dev.perennial.domain.program.Facts;
import dev.perennial.domain.program.Program;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** What the rules of a program grant for one fact. */
final class Earnings {

    private Earnings() {}

    /**
     * @param facts the fact, an order net of its refunds
     * @param used what a capped rule has already credited in a period
     */
    static List<RuleOutcome> of(Program program, Facts facts, ToLongFunction<CapUse> used) {
        List<RuleOutcome> outcomes = new ArrayList<>();
        for (EarningRule rule : program.rulesFor(facts.activity())) {
            outcomes.add(outcome(program, rule, facts, used));
        }
        return outcomes;
    }

    /** Nothing, for one reason that holds for every rule. */
    static List<RuleOutcome> none(Program program, Activity activity, String reason) {
        return program.rulesFor(activity).stream()
                .map(rule -> RuleOutcome.notMatched(rule.id(), rule.unit(), reason))
                .toList();
    }

    private static RuleOutcome outcome(Program program, EarningRule rule, Facts facts, ToLongFunction<CapUse> used) {
        Activity activity = facts.activity();
        if (activity.historical() && !rule.document().earnsOnHistorical()) {
            return RuleOutcome.notMatched(rule.id(), rule.unit(), "imported history does not earn under this rule");
        }
        if (!rule.inSeason(activity)) {
            return RuleOutcome.notMatched(rule.id(), rule.unit(), "out of season");
        }
        if (activity.detail() instanceof Purchase order
                && rule.document().amount() instanceof EarningAmount.PerAmount
                && !order.currency().equals(program.currency())) {
            return RuleOutcome.notMatched(
                    rule.id(), rule.unit(), "the order is in " + order.currency() + ", not in " + program.currency());
        }
        Condition.Verdict verdict = rule.condition().test(facts);
        return verdict.matched()
                ? capped(rule, nominal(rule, activity), day(facts), used)
                : RuleOutcome.notMatched(rule.id(), rule.unit(), verdict.reason());
    }

    private static long nominal(EarningRule rule, Activity activity) {
        return switch (rule.document().amount()) {
            case EarningAmount.Fixed(long units) -> units;
            case EarningAmount amount -> activity.detail() instanceof Purchase order ? amount.of(order) : 0;
        };
    }

    private static RuleOutcome capped(EarningRule rule, long nominal, LocalDate day, ToLongFunction<CapUse> used) {
        long credited = nominal;
        String reason = "";
        for (Cap cap : rule.document().caps()) {
            long room = Math.max(0, cap.units() - used.applyAsLong(CapUse.of(rule.id(), cap, day)));
            if (room < credited) {
                credited = room;
                reason = "capped at " + cap.units() + " " + cap.period().words();
            }
        }
        return new RuleOutcome(rule.id(), rule.unit(), true, nominal, credited, reason);
    }

    static LocalDate day(Facts facts) {
        return LocalDate.ofInstant(facts.activity().occurredAt(), facts.zone());
    }
}
