package dev.perennial.domain.program;

import dev.perennial.domain.program.CounterDocument.Measure;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Parts of a document that nothing uses, or that have nothing to work on. */
final class UseWarnings {

    private final ProgramDocument document;
    private final Findings findings;

    private UseWarnings(ProgramDocument document, Findings findings) {
        this.document = document;
        this.findings = findings;
    }

    static void find(ProgramDocument document, Findings findings) {
        UseWarnings warnings = new UseWarnings(document, findings);
        warnings.units();
        warnings.multipliers();
        warnings.budgets();
        warnings.counters();
    }

    /** The ids of the units that members get without buying anything. */
    static Set<String> granted(ProgramDocument document) {
        Set<String> granted =
                document.earningRules().stream().map(EarningRuleDocument::unit).collect(Collectors.toSet());
        document.engagement()
                .challenges()
                .forEach(challenge -> challenge.stages().forEach(stage -> granted.add(stage.unit())));
        document.engagement().punchCards().forEach(card -> granted.add(card.reward()));
        return granted;
    }

    private void units() {
        Set<String> granted = granted(document);
        document.spending().rewards().stream()
                .flatMap(reward -> RewardUnits.granted(reward).stream())
                .forEach(granted::add);
        each("units", document.units(), (unit, here) -> {
            if (!granted.contains(unit.id())) {
                here.add("nothing grants it");
            }
        });
    }

    private void multipliers() {
        each("multipliers", document.earning().multipliers(), (multiplier, here) -> {
            boolean works = document.earningRules().stream()
                    .filter(rule -> multiplier.multiplies(rule.id()))
                    .anyMatch(rule -> Overlap.between(rule.subject(), multiplier.subject()));
            if (!works) {
                here.add("multiplies nothing: none of its rules is about the same facts at the same time");
            }
        });
    }

    private void budgets() {
        Set<String> drawn = document.earningRules().stream()
                .map(EarningRuleDocument::budget)
                .collect(Collectors.toSet());
        document.spending()
                .rewards()
                .forEach(reward -> drawn.add(reward.supply().budget()));
        each("budgets", document.earning().budgets(), (budget, here) -> {
            if (!drawn.contains(budget.id())) {
                here.add("no rule and no reward draws on it");
            }
        });
    }

    private void counters() {
        Set<String> read = new HashSet<>();
        document.engagement().challenges().forEach(challenge -> read.add(challenge.counter()));
        document.engagement().leaderboards().forEach(leaderboard -> read.add(leaderboard.counter()));
        String conditions = conditions();
        each("counters", document.engagement().counters(), (counter, here) -> {
            if (!read.contains(counter.id()) && !conditions.contains(counter.id())) {
                here.add("no challenge, leaderboard or condition reads it");
            }
            if (counter.measure() instanceof Measure.Units(String unit)) {
                boolean granted = document.earningRules().stream()
                        .anyMatch(
                                rule -> rule.unit().equals(unit) && Overlap.between(rule.subject(), counter.subject()));
                if (!granted) {
                    here.at("units").add("stays 0: no rule grants '" + unit + "' for these facts");
                }
            }
        });
    }

    /** All of them, one after the other. */
    private String conditions() {
        StringBuilder all = new StringBuilder();
        document.earningRules()
                .forEach(rule -> all.append(rule.subject().condition()).append('\n'));
        document.earning()
                .multipliers()
                .forEach(each -> all.append(each.subject().condition()).append('\n'));
        document.spending()
                .rewards()
                .forEach(reward -> all.append(reward.gates().condition()).append('\n'));
        document.spending()
                .checkout()
                .discounts()
                .forEach(discount -> all.append(discount.gates().condition()).append('\n'));
        return all.toString();
    }

    private <T> void each(String list, List<T> elements, BiConsumer<T, Findings> look) {
        IntStream.range(0, elements.size())
                .forEach(i -> look.accept(elements.get(i), findings.at(list).item(i)));
    }
}
