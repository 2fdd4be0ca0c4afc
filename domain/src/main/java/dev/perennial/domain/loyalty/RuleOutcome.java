package dev.perennial.domain.loyalty;

import dev.perennial.domain.shared.UnitId;
import java.util.List;
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

    /** What those that matched come to. */
    static List<Grant> grants(List<RuleOutcome> outcomes) {
        return outcomes.stream()
                .filter(RuleOutcome::matched)
                .map(outcome -> new Grant(outcome.rule(), outcome.unit(), outcome.nominal(), outcome.credited()))
                .toList();
    }

    static RuleOutcome granted(String rule, UnitId unit, long units) {
        return new RuleOutcome(rule, unit, true, units, units, "");
    }

    static RuleOutcome notMatched(String rule, UnitId unit, String reason) {
        return new RuleOutcome(rule, unit, false, 0, 0, reason);
    }
}
