package dev.perennial.domain.loyalty;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.Purchase;
import dev.perennial.domain.program.Cap;
import dev.perennial.domain.program.Condition;
import dev.perennial.domain.program.EarningAmount;
import dev.perennial.domain.program.EarningRule;
import dev.perennial.domain.program.Facts;
import dev.perennial.domain.program.Multiplier;
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
        if (!rule.document().subject().inSeason(activity)) {
            return RuleOutcome.notMatched(rule.id(), rule.unit(), "out of season");
        }
        if (activity.detail() instanceof Purchase order
                && rule.document().amount() instanceof EarningAmount.PerAmount
                && !order.currency().equals(program.currency())
                && order.exchangeRate() == null) {
            return RuleOutcome.notMatched(
                    rule.id(),
                    rule.unit(),
                    "the order is in " + order.currency() + " and has no rate to " + program.currency());
        }
        if (rule.document().amount() instanceof EarningAmount.PerAttribute amount
                && !Attributes.isNumber(activity, amount.name())) {
            return RuleOutcome.notMatched(
                    rule.id(), rule.unit(), "the attribute '" + amount.name() + "' is not a whole number");
        }
        Condition.Verdict verdict = rule.condition().test(facts);
        return verdict.matched()
                ? capped(rule, nominal(program, rule, facts), day(facts), used)
                : RuleOutcome.notMatched(rule.id(), rule.unit(), verdict.reason());
    }

    private static long nominal(Program program, EarningRule rule, Facts facts) {
        List<Multiplier> multipliers = program.multipliers().stream()
                .filter(multiplier -> multiplier.applies(rule.id(), facts))
                .toList();
        return new EarnedAmount(program, rule, multipliers).of(facts.activity());
    }

    private static RuleOutcome capped(EarningRule rule, long nominal, LocalDate day, ToLongFunction<CapUse> used) {
        long credited = nominal;
        String reason = "";
        for (Cap cap : rule.document().limits().caps()) {
            long room = Math.max(0, cap.limit() - used.applyAsLong(CapUse.of(rule.id(), cap, day)));
            long allowed = cap.of() == Cap.Of.UNITS ? room : room > 0 ? credited : 0;
            if (allowed < credited) {
                credited = allowed;
                reason = "capped at " + cap.words();
            }
        }
        return new RuleOutcome(rule.id(), rule.unit(), true, nominal, credited, reason);
    }

    static LocalDate day(Facts facts) {
        return LocalDate.ofInstant(facts.activity().occurredAt(), facts.zone());
    }
}
