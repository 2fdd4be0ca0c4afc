package dev.perennial.domain.program;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What applying a document would change. Units and rules are recognised by their ids, so that moving one changes
 * nothing.
 */
public final class ProgramDifference {

    private final List<Change> changes = new ArrayList<>();

    private ProgramDifference() {}

    /** What can happen to a part of a program. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * One difference.
     *
     * @param path of the field; elements of lists go by their id, as in {@code earning_rules[welcome].condition}
     * @param before what it was; empty when it is new
     * @param after what it is; empty when it is gone
     */
    public record Change(Kind kind, String path, String before, String after) {}

    /**
     * @return the changes in the order of the later document, what is gone last in its list; empty when nothing changes
     */
    public static List<Change> between(@Nullable ProgramDocument before, ProgramDocument after) {
        ProgramDifference difference = new ProgramDifference();
        difference.fields("", before == null ? Map.of() : Description.of(before), Description.of(after));
        difference.elements(
                "units",
                before == null ? List.of() : before.units(),
                after.units(),
                UnitDefinition::id,
                Description::of);
        difference.elements(
                "earning_rules",
                before == null ? List.of() : before.earningRules(),
                after.earningRules(),
                EarningRuleDocument::id,
                Description::of);
        return List.copyOf(difference.changes);
    }

    private <T> void elements(
            String list,
            List<T> before,
            List<T> after,
            Function<T, String> id,
            Function<T, Map<String, String>> fields) {
        Map<String, T> old = byId(before, id);
        Map<String, T> now = byId(after, id);
        now.forEach((key, element) -> {
            String path = list + "[" + key + "]";
            T earlier = old.get(key);
            if (earlier == null) {
                changes.add(new Change(Kind.ADDED, path, "", summary(fields.apply(element))));
            } else {
                fields(path + ".", fields.apply(earlier), fields.apply(element));
            }
        });
        old.forEach((key, element) -> {
            if (!now.containsKey(key)) {
                changes.add(new Change(Kind.REMOVED, list + "[" + key + "]", summary(fields.apply(element)), ""));
            }
        });
    }

    /** By id, the first of those that share one: a document that is compared need not be correct. */
    private static <T> Map<String, T> byId(List<T> elements, Function<T, String> id) {
        Map<String, T> found = new LinkedHashMap<>();
        elements.forEach(element -> found.putIfAbsent(id.apply(element), element));
        return found;
    }

    private void fields(String prefix, Map<String, String> before, Map<String, String> after) {
        after.forEach((field, value) -> {
            String old = before.getOrDefault(field, "");
            if (!old.equals(value)) {
                changes.add(new Change(kind(old, value), prefix + field, old, value));
            }
        });
    }

    private static Kind kind(String before, String after) {
        return before.isEmpty() ? Kind.ADDED : after.isEmpty() ? Kind.REMOVED : Kind.CHANGED;
    }

    /** All that is not empty, on one line. */
    private static String summary(Map<String, String> fields) {
        List<String> parts = new ArrayList<>();
        fields.forEach((field, value) -> {
            if (!value.isEmpty()) {
                parts.add(field + ": " + value);
            }
        });
        return String.join("; ", parts);
    }
}
