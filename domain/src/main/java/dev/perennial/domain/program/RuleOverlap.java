package dev.perennial.domain.program;

import java.util.ArrayList;
import java.util.List;

/**
 * Two rules that both grant the same unit for the same facts: often that is meant, as with a bonus on top.
 *
 * @param narrower the id of the rule whose facts, while both are in season, are all facts of the other one, too
 * @param wider the id of the other one
 */
public record RuleOverlap(String narrower, String wider, String unit) {

    /** Of the pairs that overlap whatever the facts are: both have the same condition, or one of them has none. */
    public static List<RuleOverlap> in(ProgramDocument document) {
        List<EarningRuleDocument> rules = document.earningRules();
        List<RuleOverlap> overlaps = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            for (EarningRuleDocument earlier : rules.subList(0, i)) {
                EarningRuleDocument later = rules.get(i);
                if (earlier.unit().equals(later.unit()) && Overlap.between(earlier.subject(), later.subject())) {
                    String first = condition(earlier);
                    String second = condition(later);
                    if (first.isEmpty() || first.equals(second)) {
                        overlaps.add(new RuleOverlap(later.id(), earlier.id(), later.unit()));
                    } else if (second.isEmpty()) {
                        overlaps.add(new RuleOverlap(earlier.id(), later.id(), later.unit()));
                    }
                }
            }
        }
        return List.copyOf(overlaps);
    }

    private static String condition(EarningRuleDocument rule) {
        return rule.subject().condition().strip();
    }
}
