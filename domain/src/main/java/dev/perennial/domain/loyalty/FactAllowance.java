package dev.perennial.domain.loyalty;

import dev.perennial.domain.program.BudgetDocument;
import dev.perennial.domain.program.EarningRule;
import dev.perennial.domain.program.Program;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What limits leave to one fact in a fold. */
final class FactAllowance implements Allowance {

    private final LimitsUsed used;
    private final Map<CapUse, Long> reserved;
    private final Budgets budgets;
    private final RecordedFact fact;
    private final Program program;
    private final Map<String, Long> drawn = new HashMap<>();

    FactAllowance(LimitsUsed used, Map<CapUse, Long> reserved, Budgets budgets, RecordedFact fact, Program program) {
        this.used = used;
        this.reserved = reserved;
        this.budgets = budgets;
        this.fact = fact;
        this.program = program;
    }

    @Override
    public long used(CapUse use) {
        return Math.addExact(used.used(use), reserved.getOrDefault(use, 0L));
    }

    @Override
    public @Nullable Instant lastCredited(String rule) {
        return used.lastCredited().get(rule);
    }

    /**
     * A fact draws when it is recorded. Decided again it keeps at most what it drew then: what others have drawn since
     * is theirs.
     */
    @Override
    public long budget(EarningRule rule) {
        Optional<BudgetDocument> budget = program.budgetOf(rule);
        if (budget.isEmpty()) {
            return Long.MAX_VALUE;
        }
        if (!fact.isNew()) {
            return fact.credited(rule.id());
        }
        BudgetUse use = BudgetUse.of(budget.get(), fact.activity(), program);
        return Math.max(0, budgets.left(budget.get(), use) - drawn.getOrDefault(use.budget(), 0L));
    }

    @Override
    public void credit(EarningRule rule, long units) {
        program.budgetOf(rule).ifPresent(budget -> drawn.merge(budget.id(), units, Math::addExact));
    }
}
