package dev.perennial.application.activity;

import dev.perennial.domain.loyalty.RecordedFact;
import dev.perennial.domain.loyalty.RuleOutcome;
import java.util.List;

/**
 * Why a fact came to what it did.
 *
 * @param subject the fact that the rules were asked about: the one in question, or the order that it refunds
 * @param outcomes what each rule for this kind of fact said; empty for a refund that waits for its order
 */
public record Explanation(RecordedFact subject, List<RuleOutcome> outcomes) {

    public Explanation {
        outcomes = List.copyOf(outcomes);
    }
}
