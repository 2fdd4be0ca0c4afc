package dev.perennial.domain.loyalty.standing;

import dev.perennial.domain.program.PlanDocument;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.ProgramHistory.InForce;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a member's standing is decided by: the versions of the program, and when the member enrolled. */
record Setting(ProgramHistory programs, Instant enrolledAt) {

    Rules at(Instant moment) {
        return Rules.of(programs.at(moment), enrolledAt);
    }

    Rules numbered(int version) {
        return Rules.of(programs.versions().get(indexOf(version)), enrolledAt);
    }

    /** When the version after this one takes effect. */
    Optional<Instant> endOf(int version) {
        List<InForce> versions = programs.versions();
        int next = indexOf(version) + 1;
        return next < versions.size() ? Optional.of(versions.get(next).version().effectiveAt()) : Optional.empty();
    }

    /**
     * A plan as the version has it, or, since what was paid for runs out as it was sold, as the last version before it
     * that had the plan.
     */
    Optional<PlanDocument> soldPlan(String id, int version) {
        for (int i = indexOf(version); i >= 0; i--) {
            Optional<PlanDocument> plan = programs.versions().get(i).program().plan(id);
            if (plan.isPresent()) {
                return plan;
            }
        }
        return Optional.empty();
    }

    private int indexOf(int version) {
        int index = 0;
        while (programs.versions().get(index).number() != version) {
            index++;
        }
        return index;
    }
}
