package dev.perennial.domain.program;

import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.program.CounterDocument.Measure;
import dev.perennial.domain.program.CounterDocument.Window;
import dev.perennial.domain.shared.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is asked of counters. */
final class CountersCheck {

    private static final int ROLLING_DAYS_MAX = 1_000;

    private final SubjectsCheck subjects;
    private final References references;

    CountersCheck(SubjectsCheck subjects, References references) {
        this.subjects = subjects;
        this.references = references;
    }

    /** The counters with their compiled conditions; of use only if nothing was found. */
    List<Counter> check(List<CounterDocument> counters, Findings findings) {
        Set<String> seen = new HashSet<>();
        List<Counter> checked = new ArrayList<>();
        findings.each(counters, Findings.ELEMENTS_MAX, "counters", (counter, here) -> {
            here.named(counter.id(), counter.name(), seen);
            Condition condition = subjects.check(counter.subject(), here);
            measure(counter, here);
            window(counter.window(), here);
            checked.add(new Counter(counter, condition));
        });
        return checked;
    }

    private void measure(CounterDocument counter, Findings findings) {
        switch (counter.measure()) {
            case Measure.Facts() -> {}
            case Measure.Amount() -> needsOrder(counter, findings.at("amount"));
            case Measure.Items() -> needsOrder(counter, findings.at("items"));
            case Measure.Attribute(String name) -> Names.attribute(name, findings.at("attribute"));
            case Measure.Units(String unit) -> references.unit(unit, findings.at("units"));
        }
    }

    private static void needsOrder(CounterDocument counter, Findings findings) {
        if (counter.subject().activityType() != ActivityType.PURCHASE) {
            findings.add("needs an order, which only a purchase has");
        }
    }

    private static void window(Window window, Findings findings) {
        switch (window) {
            case Window.Current current -> {}
            case Window.Rolling(int days) -> findings.at("rolling_days").range(days, 1, ROLLING_DAYS_MAX);
            case Window.Streak(Period period, long atLeast) -> {
                if (period == Period.LIFETIME) {
                    findings.at("streak").at("period").add("a lifetime has no next");
                }
                findings.at("streak").at("at_least").range(atLeast, 1, Long.MAX_VALUE);
            }
        }
    }
}
