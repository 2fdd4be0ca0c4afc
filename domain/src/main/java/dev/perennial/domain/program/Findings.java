package dev.perennial.domain.program;

import dev.perennial.domain.shared.Problem;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;

/**
 * Collects problems below one path of a document, with the checks that several fields share.
 *
 * @param path of the field or message that is being checked; empty for the document itself
 * @param problems where they are collected, shared by all paths
 */
record Findings(String path, List<Problem> problems) {

    /** 200 characters fit on a receipt's line and in every column that keeps a name. */
    static final int NAME_MAX = 200;

    /** As many as an author can look over; each may cost something with every fact. */
    static final int ELEMENTS_MAX = 100;

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_-]{0,63}");

    Findings at(String field) {
        return new Findings(path.isEmpty() ? field : path + "." + field, problems);
    }

    Findings item(int index) {
        return new Findings(path + "[" + index + "]", problems);
    }

    /** For a value of a map. */
    Findings entry(String key) {
        return new Findings(path + "[\"" + key + "\"]", problems);
    }

    void add(String description) {
        problems.add(new Problem(path, description));
    }

    /** Whether the value is in the range, both ends included. */
    boolean range(long value, long from, long to) {
        boolean inside = from <= value && value <= to;
        if (!inside) {
            add("is " + value + "; it must be from " + from + " to " + to);
        }
        return inside;
    }

    /** Each element below the path; none of a list that is too long, which could keep us busy for ever. */
    <T> void each(List<T> elements, int max, String what, BiConsumer<T, Findings> check) {
        if (elements.size() > max) {
            add("there are " + elements.size() + " " + what + "; at most " + max + " are allowed");
            return;
        }
        for (int i = 0; i < elements.size(); i++) {
            check.accept(elements.get(i), item(i));
        }
    }

    /** A value of each element: at least 1, and more than that of the element before. */
    <T> void ascending(List<T> elements, String field, ToLongFunction<T> value) {
        for (int i = 0; i < elements.size(); i++) {
            long before = i == 0 ? 0 : value.applyAsLong(elements.get(i - 1));
            long here = value.applyAsLong(elements.get(i));
            if (item(i).at(field).range(here, 1, Long.MAX_VALUE) && here <= before) {
                item(i).at(field).add("is " + here + "; it must be more than the " + before + " before it");
            }
        }
    }

    /** The id and the name of an element; its id was not seen before. */
    void named(String id, String name, Set<String> seen) {
        at("id").id(id, seen);
        at("name").text(name, NAME_MAX);
    }

    /** An id as most elements have it that was not seen before. */
    void id(String id, Set<String> seen) {
        id(id, ID, "1 to 64 of a-z, 0-9, _ and -, beginning with a letter", seen);
    }

    /** An id in its pattern that was not seen before. */
    void id(String id, Pattern pattern, String words, Set<String> seen) {
        if (!pattern.matcher(id).matches()) {
            add("is not an id: " + words);
        } else if (!seen.add(id)) {
            add("'" + id + "' is used more than once");
        }
    }

    /** A text that people read: optional, on one line. */
    void text(String text, int max) {
        lines(text, max);
        if (text.indexOf('\n') >= 0) {
            add("contains line breaks");
        }
    }

    /** A text that people read: optional, on as many lines as its author likes. */
    void lines(String text, int max) {
        int length = text.codePointCount(0, text.length());
        if (length > max) {
            add("has " + length + " characters; at most " + max + " are allowed");
        }
        if (text.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
            add("contains control characters");
        }
    }
}
