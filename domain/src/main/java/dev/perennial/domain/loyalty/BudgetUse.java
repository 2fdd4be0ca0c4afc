package dev.perennial.domain.loyalty;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.program.BudgetDocument;
import dev.perennial.domain.program.Program;
import java.time.LocalDate;

/** The budget of one period: its id and the first day of the period. */
public record BudgetUse(String budget, LocalDate start) implements Comparable<BudgetUse> {

    static BudgetUse of(BudgetDocument budget, Activity fact, Program program) {
        LocalDate day = LocalDate.ofInstant(fact.occurredAt(), program.zone());
        return new BudgetUse(budget.id(), budget.period().startOf(day));
    }

    /** The order in which they are locked. */
    @Override
    public int compareTo(BudgetUse other) {
        int byBudget = budget.compareTo(other.budget);
        return byBudget != 0 ? byBudget : start.compareTo(other.start);
    }
}
