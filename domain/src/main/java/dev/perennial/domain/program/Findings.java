package dev.perennial.domain.program;

import dev.perennial.domain.shared.Problem;
import java.util.List;
import java.util.Set;
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

    Findings at(String field) {
        return new Findings(path.isEmpty() ? field : path + "." + field, problems);
    }

    Findings item(int index) {
        return new Findings(path + "[" + index + "]", problems);
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
        int length = text.codePointCount(0, text.length());
        if (length > max) {
            add("has " + length + " characters; at most " + max + " are allowed");
        }
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            add("contains control characters");
        }
    }
}
