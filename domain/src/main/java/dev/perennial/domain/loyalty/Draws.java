package dev.perennial.domain.loyalty;

import dev.perennial.domain.program.Program;
import dev.perennial.domain.program.ProgramHistory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much more, or less, facts draw on budgets than before. */
final class Draws {

    private final Map<BudgetUse, Long> units = new HashMap<>();

    private Draws() {}

    static Map<BudgetUse, Long> of(ProgramHistory programs, List<Step> steps) {
        Draws draws = new Draws();
        for (Step step : steps) {
            RecordedFact fact = step.fact();
            if (!fact.isNew()) {
                draws.add(
                        fact,
                        fact.grants(),
                        programs.numbered(fact.programVersion()).program(),
                        -1);
            }
            draws.add(fact, step.grants(), step.under().program(), 1);
        }
        draws.units.values().removeIf(drawn -> drawn == 0);
        return draws.units;
    }

    private void add(RecordedFact fact, List<Grant> grants, Program program, int sign) {
        for (Grant grant : grants) {
            program.rule(grant.rule())
                    .flatMap(program::budgetOf)
                    .ifPresent(budget -> units.merge(
                            BudgetUse.of(budget, fact.activity(), program), sign * grant.credited(), Math::addExact));
        }
    }
}
