package dev.perennial.application.program.cel;

import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what the library says, in the words of somebody who writes a program and not a compiler. */
final class Wording {

    private record Phrase(Pattern pattern, Function<MatchResult, String> words) {}

    private static final List<Phrase> PHRASES = List.of(
            phrase(
                    "Expression recursion limit exceeded.*",
                    found -> "is nested too deep; at most " + Dialect.DEPTH_MAX + " levels are allowed"),
            phrase("undefined field '(.*)'", found -> "there is no field '" + found.group(1) + "'"),
            phrase("undeclared reference to '(.*?)'.*", found -> "'" + found.group(1) + "' is not known here"),
            phrase(
                    "found no matching overload for '(.*?)' applied to '(.*?)'(?: \\(candidates.*)?",
                    Wording::misapplied),
            phrase("(?:mismatched|extraneous) input '<EOF>'.*", found -> "ends too early"),
            phrase("(?:mismatched|extraneous) input (.*?) expecting.*", found -> "unexpected " + found.group(1)),
            phrase("missing (.*?) at .*", found -> found.group(1) + " is missing"),
            phrase("no viable alternative at input (.*)", found -> "cannot be read at " + found.group(1)),
            phrase("token recognition error at: (.*)", found -> "cannot be read at " + found.group(1)),
            phrase("For input string: \"(.*)\".*", found -> found.group(1) + " is too large a number"),
            phrase(
                    "timestamp validation failed.*",
                    found -> "is not a moment, such as timestamp(\"2026-03-01T00:00:00Z\")"),
            phrase("duration validation failed.*", found -> "is not a length of time, such as duration(\"36h\")"));

    private Wording() {}

    static String of(String message) {
        for (Phrase phrase : PHRASES) {
            Matcher matcher = phrase.pattern().matcher(message);
            if (matcher.matches()) {
                return phrase.words().apply(matcher);
            }
        }
        return message.strip();
    }

    private static Phrase phrase(String pattern, Function<MatchResult, String> words) {
        return new Phrase(Pattern.compile(pattern, Pattern.DOTALL), words);
    }

    /** {@code _>_} applied to {@code (int, double)}; the underscores stand for the operands. */
    private static String misapplied(MatchResult found) {
        String function = found.group(1).replace("_", "").replace("@", "");
        String types = found.group(2)
                .replace(".(", ", ")
                .replaceFirst("^\\(", "")
                .replaceFirst("\\)$", "")
                .replace(", ", " and ");
        String hint = types.contains("double") && types.contains("int")
                ? "; amounts are whole numbers of the smallest unit, or money(\"50.00\")"
                : "";
        return "'" + function + "' cannot be applied to " + types + hint;
    }
}
