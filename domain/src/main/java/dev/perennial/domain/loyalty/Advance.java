package dev.perennial.domain.loyalty;

import dev.perennial.domain.loyalty.Celebrations.Begun;
import dev.perennial.domain.loyalty.reward.Redemption;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.Result;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The facts that the platform itself has to tell before anything else is decided: birthdays and anniversaries that
 * began meanwhile. Each is decided at its own moment, with everything else that was due by then.
 */
final class Advance {

    private final Budgets budgets;
    private final MemberState state;
    private final @Nullable Decision decided;

    private Advance(Budgets budgets, MemberState state, @Nullable Decision decided) {
        this.budgets = budgets;
        this.state = state;
        this.decided = decided;
    }

    static Advance of(ProgramHistory programs, MemberState state, Budgets budgets, Instant now) {
        Celebrations celebrations = new Celebrations(programs);
        Advance advance = new Advance(budgets, state, null);
        Instant by = state.effective(now);
        for (Begun begun = next(celebrations, state, by);
                begun != null;
                begun = next(celebrations, advance.state, by)) {
            advance = advance.told(programs, celebrations, begun);
        }
        return advance;
    }

    private static @Nullable Begun next(Celebrations celebrations, MemberState state, Instant by) {
        return celebrations.next(state, by).orElse(null);
    }

    private Advance told(ProgramHistory programs, Celebrations celebrations, Begun begun) {
        MemberState kept = celebrations.kept(state, begun);
        if (!celebrations.isAsked(state, begun)) {
            return new Advance(budgets, kept, decided);
        }
        Result<Consequences> told =
                new Recording(programs, kept, celebrations.fact(state, begun), left(), begun.at()).appended();
        Decision decision = ((Result.Ok<Consequences>) told).value().decision();
        return new Advance(budgets, decision.after(), decided == null ? decision : decided.then(decision));
    }

    /** The state after it: what is decided next is decided on it. */
    MemberState state() {
        return state;
    }

    /** The budgets, less what was drawn on them meanwhile. */
    Budgets left() {
        return decided == null ? budgets : budgets.less(decided.draws());
    }

    /** What became meanwhile of a reward that was asked for; empty when nothing did. */
    Optional<Redemption> redemption(long number) {
        return decided == null
                ? Optional.empty()
                : decided.redemptions().stream()
                        .filter(one -> one.number() == number)
                        .findFirst();
    }

    History onto(History history) {
        return decided == null ? history : history.and(decided);
    }

    /** As one decision with what was decided on its state. */
    Decision then(Decision next) {
        return decided == null ? next : decided.then(next);
    }

    Consequences then(Consequences next) {
        return decided == null ? next : next.with(decided.then(next.decision()));
    }
}
