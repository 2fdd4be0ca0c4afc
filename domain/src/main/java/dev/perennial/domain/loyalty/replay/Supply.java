package dev.perennial.domain.loyalty.replay;

import dev.perennial.domain.loyalty.BudgetUse;
import dev.perennial.domain.loyalty.Budgets;
import dev.perennial.domain.loyalty.Grant;
import dev.perennial.domain.loyalty.RecordedFact;
import dev.perennial.domain.program.BudgetDocument;
import dev.perennial.domain.program.ProgramHistory;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a replay has of what is scarce. Members are replayed one by one, so nobody knows what the others had left: there
 * is plenty for everybody, and how much was drawn is told afterwards. Only a fact that was cut short when it was recorded
 * finds no more than it found then.
 */
final class Supply {

    /** More than any budget has, and small enough that sums do not overflow. */
    private static final long PLENTY = 1L << 60;

    private Supply() {}

    static Budgets plenty(Collection<BudgetUse> uses) {
        Map<BudgetUse, Long> drawn = new HashMap<>();
        uses.forEach(use -> drawn.put(use, -PLENTY));
        return new Budgets(drawn);
    }

    /**
     * @param recordedUnder the versions that the fact was recorded under
     * @param decidedUnder those that it is decided under now
     */
    static Budgets of(
            Collection<BudgetUse> uses, RecordedFact fact, ProgramHistory recordedUnder, ProgramHistory decidedUnder) {
        Map<String, Long> found = foundByCut(fact, recordedUnder);
        Map<BudgetUse, Long> drawn = new HashMap<>(plenty(uses).drawn());
        var program =
                decidedUnder.at(fact.activity().decidedAsOf(fact.recordedAt())).program();
        drawn.replaceAll((use, none) -> found.containsKey(use.budget())
                ? program.budget(use.budget()).map(BudgetDocument::amount).orElse(0L) - found.get(use.budget())
                : none);
        return new Budgets(drawn);
    }

    /** What the fact had of each budget of which a rule got less than it came to. */
    private static Map<String, Long> foundByCut(RecordedFact fact, ProgramHistory programs) {
        Set<String> cut = new HashSet<>();
        Map<String, Long> found = new HashMap<>();
        for (Grant grant : fact.grants()) {
            var program = programs.numbered(fact.programVersion()).program();
            program.rule(grant.rule()).flatMap(program::budgetOf).ifPresent(budget -> {
                found.merge(budget.id(), grant.credited(), Math::addExact);
                if (grant.credited() < grant.nominal()) {
                    cut.add(budget.id());
                }
            });
        }
        found.keySet().retainAll(cut);
        return found;
    }
}
