package dev.perennial.domain.program;

import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.program.Conditions.Compiled;
import java.util.Currency;

/** What is asked of the facts that something is about. */
final class SubjectsCheck {

    static final int CUSTOM_NAME_MAX = 64;

    private final Conditions conditions;
    private final Currency currency;
    private final References references;

    SubjectsCheck(Conditions conditions, Currency currency, References references) {
        this.conditions = conditions;
        this.currency = currency;
        this.references = references;
    }

    /** The compiled condition; of use only if nothing was found. */
    Condition check(Subject subject, Findings findings) {
        if (subject.activityType() != ActivityType.CUSTOM
                && !subject.customName().isEmpty()) {
            findings.at("custom_name").add("only custom activities have a name");
        }
        findings.at("custom_name").text(subject.customName(), CUSTOM_NAME_MAX);
        references.partner(subject.partner(), findings.at("partner"));
        Condition condition = condition(subject.condition(), findings.at("condition"));
        if (subject.startsAt() != null
                && subject.endsAt() != null
                && !subject.startsAt().isBefore(subject.endsAt())) {
            findings.at("ends_at").add("the season must end after it starts");
        }
        return condition;
    }

    /** The compiled condition; of use only if nothing was found. */
    Condition condition(String source, Findings findings) {
        if (source.isBlank()) {
            return Condition.ALWAYS;
        }
        return switch (conditions.compile(source, currency)) {
            case Compiled.Usable(Condition condition) -> {
                condition.counters().forEach(counter -> references.counter(counter, findings));
                yield condition;
            }
            case Compiled.Broken(var problems) -> {
                problems.forEach(problem -> findings.add(problem.description()));
                yield Condition.ALWAYS;
            }
        };
    }
}
