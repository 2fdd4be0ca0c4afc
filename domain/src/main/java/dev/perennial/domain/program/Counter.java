package dev.perennial.domain.program;

/** A counter of a checked program: its document and its compiled condition. */
public record Counter(CounterDocument document, Condition condition) {

    public String id() {
        return document.id();
    }

    /** Whether it counts the fact. */
    public boolean counts(Facts facts) {
        Subject subject = document.subject();
        return subject.concerns(facts.activity())
                && subject.inSeason(facts.activity())
                && condition.test(facts).matched();
    }
}
