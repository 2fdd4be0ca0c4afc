package dev.perennial.domain.loyalty;

import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.PunchCardDocument;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which card an entry or a lot is about. */
public final class PunchCardRules {

    private PunchCardRules() {}

    /** The card behind a rule, as the version of that number has it; empty when the rule is no card's. */
    public static Optional<PunchCardDocument> card(ProgramHistory programs, @Nullable String rule, int version) {
        return version == 0 || rule == null
                ? Optional.empty()
                : programs.numbered(version).program().document().engagement().punchCards().stream()
                        .filter(card -> rule.equals(PunchCards.ruleOf(card)))
                        .findFirst();
    }
}
