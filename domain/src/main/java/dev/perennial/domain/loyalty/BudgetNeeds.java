package dev.perennial.domain.loyalty;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.loyalty.reward.Redemption;
import dev.perennial.domain.program.Program;
import dev.perennial.domain.program.ProgramHistory;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which budgets a decision may draw on. More are named than will be drawn on: conditions are not asked. */
final class BudgetNeeds {

    private final ProgramHistory programs;
    private final MemberState state;
    private final Instant now;

    BudgetNeeds(ProgramHistory programs, MemberState state, Instant now) {
        this.programs = programs;
        this.state = state;
        this.now = state.effective(now);
    }

    Set<BudgetUse> of(@Nullable Activity activity) {
        Set<BudgetUse> uses = new HashSet<>();
        state.redemptions().open().values().stream()
                .filter(this::lapses)
                .forEach(redemption -> uses.addAll(RedemptionDecisions.taken(programs, redemption)));
        if (programs.versions().stream()
                .allMatch(version ->
                        version.program().document().earning().budgets().isEmpty())) {
            return uses;
        }
        if (activity != null) {
            add(uses, activity);
        }
        Celebrations celebrations = new Celebrations(programs);
        MemberState next = state;
        for (var begun = celebrations.next(next, now); begun.isPresent(); begun = celebrations.next(next, now)) {
            add(uses, celebrations.fact(next, begun.get()));
            next = celebrations.kept(next, begun.get());
        }
        return uses;
    }

    private boolean lapses(Redemption redemption) {
        Instant at = redemption.dueAt();
        return at != null && !at.isAfter(now);
    }

    private void add(Set<BudgetUse> uses, Activity fact) {
        Program program = programs.at(fact.decidedAsOf(now)).program();
        program.rulesFor(fact)
                .forEach(rule ->
                        program.budgetOf(rule).ifPresent(budget -> uses.add(BudgetUse.of(budget, fact, program))));
    }
}
