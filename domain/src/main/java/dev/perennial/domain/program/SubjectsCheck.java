package dev.perennial.domain.program;

import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.program.Conditions.Compiled;
import java.util.Currency;
import java.util.Set;

/** What is asked of the facts that something is about. */
final class SubjectsCheck {

    static final int CUSTOM_NAME_MAX = 64;

    private final Conditions conditions;
    private final Currency currency;
    private final Set<String> partners;

    SubjectsCheck(Conditions conditions, Currency currency, Set<String> partners) {
        this.conditions = conditions;
        this.currency = currency;
        this.partners = Set.copyOf(partners);
    }

    /** The compiled condition; of use only if nothing was found. */
    Condition check(Subject subject, Findings findings) {
        if (subject.activityType() != ActivityType.CUSTOM
                && !subject.customName().isEmpty()) {
            findings.at("custom_name").add("only custom activities have a name");
        }
        findings.at("custom_name").text(subject.customName(), CUSTOM_NAME_MAX);
        if (!subject.partner().isEmpty() && !partners.contains(subject.partner())) {
            findings.at("partner").add("the program has no partner '" + subject.partner() + "'");
        }
        Condition condition = condition(subject.condition(), findings.at("condition"));
        if (subject.startsAt() != null
                && subject.endsAt() != null
                && !subject.startsAt().isBefore(subject.endsAt())) {
            findings.at("ends_at").add("the season must end after it starts");
        }
        return condition;
    }

    private Condition condition(String source, Findings findings) {
        if (source.isBlank()) {
            return Condition.ALWAYS;
        }
        return switch (conditions.compile(source, currency)) {
            case Compiled.Usable(Condition condition) -> condition;
            case Compiled.Broken(var problems) -> {
                problems.forEach(problem -> findings.add(problem.description()));
                yield Condition.ALWAYS;
            }
        };
    }
}
