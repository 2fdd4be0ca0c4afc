package dev.perennial.domain.loyalty;

import dev.perennial.domain.shared.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * What one rule said about one fact, and why: the explanation is this record of the decision itself, never a second
 * computation.
 *
 * @param matched whether the rule applied
 * @param nominal what it came to before caps, in the unit's smallest step; 0 when not matched
 * @param credited what it came to after caps, in the unit's smallest step
 * @param reason why it did not apply, or which cap cut it; empty when neither
 */
public record RuleOutcome(String rule, UnitId unit, boolean matched, long nominal, long credited, String reason) {

    /** What was credited is what counts: if deciding again comes to something else, other facts were known then. */
    RuleOutcome creditedAs(@Nullable Grant grant) {
        long now = grant == null ? 0 : grant.credited();
        if (now == credited) {
            return this;
        }
        return new RuleOutcome(
                rule,
                unit,
                matched || grant != null,
                grant == null ? nominal : grant.nominal(),
                now,
                "decided when other facts were known");
    }

    static RuleOutcome notMatched(String rule, UnitId unit, String reason) {
        return new RuleOutcome(rule, unit, false, 0, 0, reason);
    }
}
