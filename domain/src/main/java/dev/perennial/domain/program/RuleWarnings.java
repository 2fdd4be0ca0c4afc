package dev.perennial.domain.program;

import java.time.Instant;
import java.util.List;

/** Rules that never grant, or not as they seem to. */
final class RuleWarnings {

    private final List<EarningRuleDocument> rules;
    private final Instant now;

    private RuleWarnings(List<EarningRuleDocument> rules, Instant now) {
        this.rules = rules;
        this.now = now;
    }

    static void find(ProgramDocument document, Instant now, Findings findings) {
        RuleWarnings warnings = new RuleWarnings(document.earningRules(), now);
        for (int i = 0; i < document.earningRules().size(); i++) {
            EarningRuleDocument rule = document.earningRules().get(i);
            Findings here = findings.at("earning_rules").item(i);
            warnings.subject(rule.subject(), here);
            amount(rule, here);
            caps(rule, here.at("caps"));
            budget(rule, document.earning().budgets(), here.at("budget"));
            warnings.overlap(i, here);
        }
        List<MultiplierDocument> multipliers = document.earning().multipliers();
        for (int i = 0; i < multipliers.size(); i++) {
            warnings.subject(
                    multipliers.get(i).subject(), findings.at("multipliers").item(i));
        }
        List<CounterDocument> counters = document.engagement().counters();
        for (int i = 0; i < counters.size(); i++) {
            warnings.subject(counters.get(i).subject(), findings.at("counters").item(i));
        }
    }

    private void subject(Subject subject, Findings here) {
        if (subject.endsAt() != null && !subject.endsAt().isAfter(now)) {
            here.at("ends_at").add("the season is already over; only facts that arrive late can still match");
        }
        if (!subject.customName().isEmpty() && !Names.isCustomActivity(subject.customName())) {
            here.at("custom_name").add("no custom activity can have this name");
        }
        if (!subject.partner().isEmpty() && subject.activityType().isOwn()) {
            here.at("partner").add("never happens with a partner: the platform tells it of the tenant's own members");
        }
    }

    private static void amount(EarningRuleDocument rule, Findings here) {
        if (rule.amount() instanceof EarningAmount.PerAttribute
                && rule.subject().activityType().isOwn()) {
            here.at("per_attribute").add("never grants: what the platform tells has no attributes");
        }
    }

    private static void caps(EarningRuleDocument rule, Findings here) {
        List<Cap> caps = rule.limits().caps();
        for (int i = 0; i < caps.size(); i++) {
            Cap cap = caps.get(i);
            Findings limit = here.item(i).at(LimitsCheck.field(cap));
            if (rule.amount() instanceof EarningAmount.Fixed(long units)
                    && cap.of() == Cap.Of.UNITS
                    && cap.limit() < units) {
                limit.add("is less than the " + units + " of one fact, which are never granted in full");
            }
            caps.stream()
                    .filter(other -> makesMoot(other, cap))
                    .findFirst()
                    .ifPresent(other -> limit.add("is never reached: " + other.words() + " is all there is"));
        }
    }

    /** Whether a longer period allows less than the shorter one. */
    private static boolean makesMoot(Cap longer, Cap shorter) {
        return longer.of() == shorter.of()
                && longer.period().compareTo(shorter.period()) > 0
                && longer.limit() < shorter.limit();
    }

    private static void budget(EarningRuleDocument rule, List<BudgetDocument> budgets, Findings here) {
        if (rule.amount() instanceof EarningAmount.Fixed(long units)) {
            budgets.stream()
                    .filter(budget -> budget.id().equals(rule.budget()) && budget.amount() < units)
                    .forEach(budget -> here.add("is less than the " + units + " of one fact"));
        }
    }

    /** Two rules without conditions, or with the same one, are easily written by mistake; told at the later one. */
    private void overlap(int index, Findings here) {
        EarningRuleDocument rule = rules.get(index);
        rules.subList(0, index).stream()
                .filter(earlier -> RuleOverlap.areTwins(earlier, rule))
                .findFirst()
                .ifPresent(earlier -> here.add(
                        "grants '" + rule.unit() + "' for the same facts as '" + earlier.id() + "'; both will grant"));
    }
}
