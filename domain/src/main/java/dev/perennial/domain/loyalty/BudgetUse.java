package dev.perennial.domain.loyalty;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.program.BudgetDocument;
import dev.perennial.domain.program.Program;
import java.time.LocalDate;

/**
 * Something of which there is only so much for all members together: a budget in one period, the stock of a reward, a list
 * of codes.
 *
 * @param budget the budget's id, or one of the stock's or the list's own, which have a colon
 * @param start the first day of the period
 */
public record BudgetUse(String budget, LocalDate start) implements Comparable<BudgetUse> {

    static BudgetUse of(BudgetDocument budget, Activity fact, Program program) {
        LocalDate day = LocalDate.ofInstant(fact.occurredAt(), program.zone());
        return new BudgetUse(budget.id(), budget.period().startOf(day));
    }

    /** Of a reward's stock so many were taken as are drawn. */
    public static BudgetUse ofStock(String reward) {
        return new BudgetUse("stock:" + reward, LocalDate.EPOCH);
    }

    /** What is imported into a list is drawn less, what is taken is drawn more: less than nothing is what is left. */
    public static BudgetUse ofCodes(String list) {
        return new BudgetUse("codes:" + list, LocalDate.EPOCH);
    }

    /** The order in which they are locked. */
    @Override
    public int compareTo(BudgetUse other) {
        int byBudget = budget.compareTo(other.budget);
        return byBudget != 0 ? byBudget : start.compareTo(other.start);
    }
}
