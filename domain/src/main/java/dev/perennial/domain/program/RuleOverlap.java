package dev.perennial.domain.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
                between(earlier, rules.get(i)).ifPresent(overlaps::add);
            }
        }
        return List.copyOf(overlaps);
    }

    private static Optional<RuleOverlap> between(EarningRuleDocument earlier, EarningRuleDocument later) {
        if (!earlier.unit().equals(later.unit()) || !Overlap.between(earlier.subject(), later.subject())) {
            return Optional.empty();
        }
        if (isUnconditional(earlier) || haveOneCondition(earlier, later)) {
            return Optional.of(new RuleOverlap(later.id(), earlier.id(), later.unit()));
        }
        return isUnconditional(later)
                ? Optional.of(new RuleOverlap(earlier.id(), later.id(), later.unit()))
                : Optional.empty();
    }

    /** Whether neither is the narrower one, but for their seasons: easily written by mistake. */
    static boolean areTwins(EarningRuleDocument earlier, EarningRuleDocument later) {
        return haveOneCondition(earlier, later) && between(earlier, later).isPresent();
    }

    private static boolean haveOneCondition(EarningRuleDocument one, EarningRuleDocument other) {
        return condition(one).equals(condition(other));
    }

    private static boolean isUnconditional(EarningRuleDocument rule) {
        return condition(rule).isEmpty();
    }

    private static String condition(EarningRuleDocument rule) {
        return rule.subject().condition().strip();
    }
}
