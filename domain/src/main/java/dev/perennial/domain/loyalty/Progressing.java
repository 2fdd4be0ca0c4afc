package dev.perennial.domain.loyalty;

import dev.perennial.domain.loyalty.standing.Standing;
import dev.perennial.domain.program.Program;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.Progress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/** How far a member has come, as conditions read it. */
final class Progressing {

    private Progressing() {}

    /** @param standing as it is at the moment */
    static Progress of(ProgramHistory programs, Program program, Standing standing, Counts counts, Instant at) {
        boolean nothing = program.tiers() == null
                && program.document().standing().membershipPlans().isEmpty()
                && program.counters().isEmpty();
        if (nothing) {
            return Progress.NONE;
        }
        LocalDate day = LocalDate.ofInstant(at, program.zone());
        return new Progress(
                standing.level(),
                standing.rank(programs),
                standing.benefits(programs),
                Set.copyOf(standing.activePlans()),
                counts.values(program, day));
    }
}
