package dev.perennial.domain.program;

import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.shared.UnitId;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is asked of the earning rules of a program. */
final class RulesCheck {

    private static final int RULES_MAX = 500;

    private final SubjectsCheck subjects;
    private final References references;
    private final GrantCheck grants;

    RulesCheck(SubjectsCheck subjects, References references, ZoneId zone) {
        this.subjects = subjects;
        this.references = references;
        this.grants = new GrantCheck(references, zone);
    }

    /** The rules with their compiled conditions; of use only if nothing was found. */
    List<EarningRule> check(List<EarningRuleDocument> rules, Findings findings) {
        Set<String> seen = new HashSet<>();
        List<EarningRule> checked = new ArrayList<>();
        findings.each(rules, RULES_MAX, "rules", (rule, here) -> {
            here.named(rule.id(), rule.name(), seen);
            if (rule.subject().activityType() == ActivityType.REFUND) {
                here.at("activity_type").add("a refund earns nothing: it changes what its order is worth");
            }
            Condition condition = subjects.check(rule.subject(), here);
            references.unit(rule.unit(), here.at("unit"));
            references.partner(rule.fundedBy(), here.at("funded_by"));
            budget(rule, here.at("budget"));
            grants.check(rule, here);
            checked.add(new EarningRule(rule, new UnitId(rule.unit()), condition));
        });
        return checked;
    }

    private void budget(EarningRuleDocument rule, Findings findings) {
        references
                .budget(rule.budget(), findings)
                .filter(budget -> !budget.unit().equals(rule.unit()))
                .ifPresent(budget -> findings.add("counts '" + budget.unit() + "', not '" + rule.unit() + "'"));
    }
}
