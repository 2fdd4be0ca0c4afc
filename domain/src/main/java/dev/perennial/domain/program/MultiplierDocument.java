package dev.perennial.domain.program;

import java.util.List;

/**
 * Lets rules grant more, or less, for some facts.
 *
 * @param id unique among the multipliers
 * @param percent 200 doubles, 50 halves; 1 to 10,000
 * @param rules the ids of the rules that it multiplies; empty means all
 */
public record MultiplierDocument(String id, String name, Subject subject, int percent, List<String> rules) {

    public MultiplierDocument {
        rules = List.copyOf(rules);
    }

    boolean multiplies(String rule) {
        return rules.isEmpty() || rules.contains(rule);
    }
}
