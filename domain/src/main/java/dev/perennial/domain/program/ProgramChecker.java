package dev.perennial.domain.program;

import dev.perennial.domain.shared.Problem;
import dev.perennial.domain.shared.UnitId;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRulesProvider;
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

    static final int REOPEN_WINDOW_DAYS_MAX = 400;

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
        Optional<ZoneId> zone = zone(document.timeZone(), findings.at("time_zone"));
        Optional<Currency> currency = currency(document.currency(), findings.at("currency"));
        findings.at("reopen_window_days").range(document.reopenWindowDays(), 0, REOPEN_WINDOW_DAYS_MAX);
        UnitsCheck.check(document.units(), findings.at("units"));
        References references = new References(document);
        SubjectsCheck subjects = new SubjectsCheck(conditions, currency.orElse(NONE), references.partners());
        List<EarningRule> rules = new RulesCheck(subjects, references, zone.orElse(ZoneOffset.UTC))
                .check(document.earningRules(), findings.at("earning_rules"));
        List<Multiplier> multipliers = new ArrayList<>();
        for (int i = 0; i < document.earning().multipliers().size(); i++) {
            MultiplierDocument multiplier = document.earning().multipliers().get(i);
            Findings here = findings.at("multipliers").item(i);
            multipliers.add(new Multiplier(multiplier, subjects.check(multiplier.subject(), here)));
        }
        List<Counter> counters = new ArrayList<>();
        for (int i = 0; i < document.engagement().counters().size(); i++) {
            CounterDocument counter = document.engagement().counters().get(i);
            Findings here = findings.at("counters").item(i);
            counters.add(new Counter(counter, subjects.check(counter.subject(), here)));
        }
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
                document));
    }

    /** Only names of the zone database: an offset such as {@code +02:00} knows no daylight saving. */
    private static Optional<ZoneId> zone(String name, Findings findings) {
        if (ZoneRulesProvider.getAvailableZoneIds().contains(name)) {
            return Optional.of(ZoneId.of(name));
        }
        findings.add("is not an IANA time zone, such as Europe/Berlin");
        return Optional.empty();
    }

    private static Optional<Currency> currency(String code, Findings findings) {
        Optional<Currency> currency = Currency.availableCurrencies()
                .filter(candidate -> candidate.getCurrencyCode().equals(code))
                .findFirst();
        if (currency.isEmpty()) {
            findings.add("is not an ISO 4217 currency code, such as EUR");
        } else if (currency.get().getDefaultFractionDigits() < 0) {
            findings.add("is not a currency that amounts can be paid in: it has no smallest unit");
            return Optional.empty();
        }
        return currency;
    }

    private static Map<UnitId, UnitDefinition> units(ProgramDocument document) {
        Map<UnitId, UnitDefinition> units = new LinkedHashMap<>();
        document.units().forEach(unit -> units.put(new UnitId(unit.id()), unit));
        return units;
    }
}
