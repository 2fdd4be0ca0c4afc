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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What the rules of a program grant for one fact. */
final class Earnings {

    private Earnings() {}

    /**
     * @param facts the fact, an order net of its refunds
     * @param allowance what limits leave to it
     */
    static List<RuleOutcome> of(Program program, Facts facts, Allowance allowance) {
        List<RuleOutcome> outcomes = new ArrayList<>();
        for (EarningRule rule : program.rulesFor(facts.activity())) {
            RuleOutcome outcome = outcome(program, rule, facts, allowance);
            allowance.credit(rule, outcome.credited());
            outcomes.add(outcome);
        }
        return outcomes;
    }

    /** Nothing, for one reason that holds for every rule. */
    static List<RuleOutcome> none(Program program, Activity activity, String reason) {
        return program.rulesFor(activity).stream()
                .map(rule -> RuleOutcome.notMatched(rule.id(), rule.unit(), reason))
                .toList();
    }

    private static RuleOutcome outcome(Program program, EarningRule rule, Facts facts, Allowance allowance) {
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
                ? limited(rule, nominal(program, rule, facts), facts, allowance)
                : RuleOutcome.notMatched(rule.id(), rule.unit(), verdict.reason());
    }

    private static long nominal(Program program, EarningRule rule, Facts facts) {
        List<Multiplier> multipliers = program.multipliers().stream()
                .filter(multiplier -> multiplier.applies(rule.id(), facts))
                .toList();
        return new EarnedAmount(program, rule, multipliers).of(facts.activity());
    }

    private static RuleOutcome limited(EarningRule rule, long nominal, Facts facts, Allowance allowance) {
        Instant last = allowance.lastCredited(rule.id());
        Duration cooldown = rule.document().limits().cooldown();
        if (last != null && facts.activity().occurredAt().isBefore(last.plus(cooldown))) {
            return new RuleOutcome(rule.id(), rule.unit(), true, nominal, 0, "cools down until " + last.plus(cooldown));
        }
        long credited = nominal;
        String reason = "";
        for (Cap cap : rule.document().limits().caps()) {
            long room = Math.max(0, cap.limit() - allowance.used(CapUse.of(rule.id(), cap, day(facts))));
            long allowed = cap.of() == Cap.Of.UNITS ? room : room > 0 ? credited : 0;
            if (allowed < credited) {
                credited = allowed;
                reason = "capped at " + cap.words();
            }
        }
        long budget = allowance.budget(rule);
        if (budget < credited) {
            credited = budget;
            reason = "the budget '" + rule.document().budget() + "' has no more";
        }
        return new RuleOutcome(rule.id(), rule.unit(), true, nominal, credited, reason);
    }

    static LocalDate day(Facts facts) {
        return LocalDate.ofInstant(facts.activity().occurredAt(), facts.zone());
    }
}
