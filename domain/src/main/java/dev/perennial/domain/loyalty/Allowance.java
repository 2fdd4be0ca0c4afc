package dev.perennial.domain.loyalty;

import dev.perennial.domain.program.EarningRule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What limits leave to a fact. */
interface Allowance {

    /** What a capped rule has already credited in a period. */
    long used(CapUse use);

    /** When a rule with a cooldown last credited something before the fact; null for never. */
    @Nullable
    Instant lastCredited(String rule);

    /** What the rule may draw on its budget for the fact; {@link Long#MAX_VALUE} when it has none. */
    long budget(EarningRule rule);

    /** The rule credits so much for the fact; a later rule finds that much less in the budget. */
    void credit(EarningRule rule, long units);
}
