package dev.perennial.domain.program;

import java.util.List;

/**
 * How units are earned.
 *
 * @param rules decided in this order
 */
public record EarningDocument(
        List<EarningRuleDocument> rules,
        Stacking stacking,
        List<MultiplierDocument> multipliers,
        List<BudgetDocument> budgets) {

    public EarningDocument {
        rules = List.copyOf(rules);
        multipliers = List.copyOf(multipliers);
        budgets = List.copyOf(budgets);
    }

    /** Rules that nothing multiplies and that draw on no budget. */
    public static EarningDocument of(List<EarningRuleDocument> rules) {
        return new EarningDocument(rules, Stacking.HIGHEST, List.of(), List.of());
    }
}
