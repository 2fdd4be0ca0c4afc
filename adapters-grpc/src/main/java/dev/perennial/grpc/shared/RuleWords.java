package dev.perennial.grpc.shared;

import build.buf.protovalidate.Violation;
import java.util.Map;
import java.util.Objects;

/**
 * What a broken rule of the contract means, in words: nobody should have to read a regular expression to correct a
 * field.
 */
final class RuleWords {

    /** Every pattern of the contract; a test says so. */
    private static final Map<String, String> PATTERNS = Map.ofEntries(
            Map.entry("^[ -~]*$", "must be printable ASCII"),
            Map.entry("^[ -~]*[!-~][ -~]*$", "must be printable ASCII, and not only spaces"),
            Map.entry("^\\P{Cc}*$", "must not contain control characters"),
            Map.entry(
                    "^[^\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F]*$",
                    "must not contain control characters other than tabs and line breaks"),
            Map.entry("^[a-z][a-z0-9_]*$", "must be of a-z, 0-9 and _, beginning with a letter"),
            Map.entry("^[a-z][a-z0-9_-]*$", "must be of a-z, 0-9, _ and -, beginning with a letter"),
            Map.entry("^([a-z][a-z0-9_]*)?$", "must be of a-z, 0-9 and _, beginning with a letter"),
            Map.entry("^[A-Za-z][A-Za-z0-9_]*$", "must be of a-z, A-Z, 0-9 and _, beginning with a letter"),
            Map.entry("^[A-Za-z][A-Za-z0-9_.-]*$", "must be of a-z, A-Z, 0-9, _, . and -, beginning with a letter"),
            Map.entry("^[0-9a-f]*$", "must be digits of 0-9 and a-f"),
            Map.entry("^[A-Z]*$", "must be upper-case letters"),
            Map.entry("^([A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*)?$", "must be a BCP 47 language tag, such as de or pt-BR"));

    private RuleWords() {}

    static String of(Violation violation) {
        var proto = violation.toProto();
        return switch (proto.getRuleId()) {
            case "string.pattern" -> pattern(brokenPattern(violation));
            case "enum.not_in" -> "must be set";
            case "int64.not_in" -> "must not be 0";
            default -> proto.getMessage();
        };
    }

    private static String brokenPattern(Violation violation) {
        return String.valueOf(Objects.requireNonNull(violation.getRuleValue()).getValue());
    }

    static String pattern(String pattern) {
        return Objects.requireNonNull(PATTERNS.get(pattern), "a pattern without words");
    }
}
