package dev.perennial.domain.program;

/** A multiplier of a checked program: its document and its compiled condition. */
public record Multiplier(MultiplierDocument document, Condition condition) {

    /** Whether it multiplies what the rule grants for the facts. */
    public boolean applies(String rule, Facts facts) {
        Subject subject = document.subject();
        return document.multiplies(rule)
                && subject.concerns(facts.activity())
                && subject.inSeason(facts.activity())
                && condition.test(facts).matched();
    }
}
