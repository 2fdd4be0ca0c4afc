package dev.perennial.domain.program;

import dev.perennial.domain.shared.Problem;
import dev.perennial.domain.shared.UnitId;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns a document into a program, or finds everything that is wrong with it: an author corrects all of it in one go.
 */
public final class ProgramChecker {

    private static final int REOPEN_WINDOW_DAYS_MAX = 400;

    /** Stands in for a currency that is wrong, so that conditions are still checked; it has no minor units. */
    private static final Currency NONE = Currency.getInstance("XXX");

    private final Conditions conditions;

    public ProgramChecker(Conditions conditions) {
        this.conditions = conditions;
    }

    /** Either a program, or every problem of its document in the order of the document. */
    public sealed interface Checked {

        record Valid(Program program) implements Checked {}

        /**
         * A document that cannot be applied.
         *
         * @param problems at least one, each with the path of its field, such as {@code earning_rules[2].caps[0].units}
         */
        record Broken(List<Problem> problems) implements Checked {

            public Broken {
                problems = List.copyOf(problems);
            }
        }
    }

    /** Checks a document. A pure function: the same document always comes to the same. */
    public Checked check(ProgramDocument document) {
        List<Problem> problems = new ArrayList<>();
        Findings findings = new Findings("", problems);
        Optional<ZoneId> zone = SettingsCheck.zone(document.timeZone(), findings.at("time_zone"));
        Optional<Currency> currency = SettingsCheck.currency(document.currency(), findings.at("currency"));
        findings.at("reopen_window_days").range(document.reopenWindowDays(), 0, REOPEN_WINDOW_DAYS_MAX);
        References references = new References(document);
        SubjectsCheck subjects = new SubjectsCheck(conditions, currency.orElse(NONE), references);
        UnitsCheck.check(document.units(), references, findings.at("units"));
        EarningDocument earning = document.earning();
        List<EarningRule> rules = new RulesCheck(subjects, references, zone.orElse(ZoneOffset.UTC))
                .check(earning.rules(), findings.at("earning_rules"));
        List<Multiplier> multipliers =
                MultipliersCheck.check(earning.multipliers(), subjects, references, findings.at("multipliers"));
        MultipliersCheck.budgets(earning.budgets(), references, findings.at("budgets"));
        PartiesCheck.check(document.parties(), findings);
        List<Counter> counters = new CountersCheck(subjects, references)
                .check(document.engagement().counters(), findings.at("counters"));
        EngagementCheck.check(document.engagement(), references, findings);
        new StandingCheck(references).check(document.standing(), findings);
        List<Reward> rewards = new SpendingCheck(subjects, references).check(document.spending(), findings);
        List<Discount> discounts = new CheckoutCheck(subjects, references)
                .check(document.spending().checkout(), findings.at("checkout"));
        if (!problems.isEmpty()) {
            return new Checked.Broken(problems);
        }
        return new Checked.Valid(new Program(
                zone.orElseThrow(),
                currency.orElseThrow(),
                Duration.ofDays(document.reopenWindowDays()),
                units(document),
                rules,
                multipliers,
                counters,
                rewards,
                discounts,
                document));
    }

    private static Map<UnitId, UnitDefinition> units(ProgramDocument document) {
        Map<UnitId, UnitDefinition> units = new LinkedHashMap<>();
        document.units().forEach(unit -> units.put(new UnitId(unit.id()), unit));
        return units;
    }
}
