package dev.perennial.domain.loyalty;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.loyalty.Fold.Folded;
import dev.perennial.domain.program.ProgramHistory;
import java.util.List;
import java.util.Map;

/** Decides facts from before a merge once more, each among those that it was decided with. */
final class Sides {

    private final ProgramHistory programs;
    private final MemberState state;
    private final Budgets budgets;
    private final List<Activity> about;

    /** @param about everything that was told about the orders */
    Sides(ProgramHistory programs, MemberState state, Budgets budgets, List<Activity> about) {
        this.programs = programs;
        this.state = state;
        this.budgets = budgets;
        this.about = about;
    }

    /**
     * What rules say of the fact now.
     *
     * @param facts from the member's beginning on, if the fact is from before a merge
     * @return by the fact's number; empty when it is not from before a merge and is decided like any other
     */
    Map<Long, List<RuleOutcome>> decided(RecordedFact fact, List<RecordedFact> facts) {
        if (!state.merges().isBefore(fact.number())) {
            return Map.of();
        }
        Folded folded = fold(fact).over(Tally.EMPTY, of(fact, facts), other -> other.number() == fact.number());
        return folded.steps().stream()
                .filter(step -> step.fact().number() == fact.number())
                .findFirst()
                .map(step -> Map.of(fact.number(), step.outcomes()))
                .orElseGet(Map::of);
    }

    /** The facts that the one was decided with. */
    List<RecordedFact> of(RecordedFact fact, List<RecordedFact> facts) {
        Merges.Span side = state.merges().sideOf(fact.number());
        return facts.stream().filter(other -> side.holds(other.number())).toList();
    }

    /** As it was folded then, by the enrolment of whose fact it was. */
    Fold fold(RecordedFact fact) {
        return new Fold(programs, state.merges().enrolledAt(fact.number()).orElse(state.enrolledAt()), budgets, about);
    }
}
