package dev.perennial.domain.loyalty;

import dev.perennial.domain.program.BudgetDocument;
import java.util.HashMap;
import java.util.Map;

/**
 * What was drawn on budgets so far, by all members together.
 *
 * @param drawn the budgets that the decision may draw on; they are locked, so that nobody else draws meanwhile
 */
public record Budgets(Map<BudgetUse, Long> drawn) {

    public static final Budgets NONE = new Budgets(Map.of());

    public Budgets {
        drawn = Map.copyOf(drawn);
    }

    /** What is left once so much more was drawn, or less; of those that were not asked for, nothing. */
    public Budgets less(Map<BudgetUse, Long> draws) {
        if (draws.isEmpty()) {
            return this;
        }
        Map<BudgetUse, Long> after = new HashMap<>(drawn);
        draws.forEach((use, units) -> after.computeIfPresent(use, (asked, before) -> Math.addExact(before, units)));
        return new Budgets(after);
    }

    /** What is left of it; nothing of one that was not asked for. */
    long left(BudgetDocument budget, BudgetUse use) {
        return left(budget.amount(), use);
    }

    /** What is left of so much that there was at first; nothing of one that was not asked for. */
    public long left(long limit, BudgetUse use) {
        Long already = drawn.get(use);
        return already == null ? 0 : Math.max(0, limit - already);
    }
}
