package dev.perennial.domain.program;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is asked of multipliers, and of the budgets that rules draw on. */
final class MultipliersCheck {

    private MultipliersCheck() {}

    /** The multipliers with their compiled conditions; of use only if nothing was found. */
    static List<Multiplier> check(
            List<MultiplierDocument> multipliers, SubjectsCheck subjects, References references, Findings findings) {
        Set<String> seen = new HashSet<>();
        List<Multiplier> checked = new ArrayList<>();
        findings.each(multipliers, Findings.ELEMENTS_MAX, "multipliers", (multiplier, here) -> {
            here.named(multiplier.id(), multiplier.name(), seen);
            Condition condition = subjects.check(multiplier.subject(), here);
            here.at("percent").range(multiplier.percent(), 1, BaseCheck.PERCENT_MAX);
            for (int i = 0; i < multiplier.rules().size(); i++) {
                references.rule(multiplier.rules().get(i), here.at("rules").item(i));
            }
            checked.add(new Multiplier(multiplier, condition));
        });
        return checked;
    }

    static void budgets(List<BudgetDocument> budgets, References references, Findings findings) {
        Set<String> seen = new HashSet<>();
        findings.each(budgets, Findings.ELEMENTS_MAX, "budgets", (budget, here) -> {
            here.named(budget.id(), budget.name(), seen);
            references.unit(budget.unit(), here.at("unit"));
            here.at("amount").range(budget.amount(), 1, Long.MAX_VALUE);
        });
    }
}
