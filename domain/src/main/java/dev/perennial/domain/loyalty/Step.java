package dev.perennial.domain.loyalty;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.loyalty.standing.Standing;
import dev.perennial.domain.program.ProgramHistory.InForce;
import java.util.List;

/**
 * One fact with what it is entitled to now; {@code fact} still says what was granted before.
 *
 * @param about what else was told about its order
 * @param open whether it may be decided again; if not, it keeps what it was credited
 * @param outcomes what each rule said; empty when it is not open
 * @param counted how far the counters are after it
 * @param status what it is worth towards the level
 * @param standing after it
 */
record Step(
        RecordedFact fact,
        Worth worth,
        InForce under,
        List<Activity> about,
        boolean open,
        List<RuleOutcome> outcomes,
        Counts counted,
        StatusWorth status,
        Standing standing) {

    /** What the fact is granted by this fold: decided anew when open, as it was when closed. */
    List<Grant> grants() {
        return open ? RuleOutcome.grants(outcomes) : fact.grants();
    }
}
