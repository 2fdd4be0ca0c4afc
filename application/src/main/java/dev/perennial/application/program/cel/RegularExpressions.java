package dev.perennial.application.program.cel;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;

/**
 * What is asked of the pattern of {@code matches}. Matching takes linear time, but the library first writes counted
 * repetitions out, so that {@code ((a{1000}){1000}){1000}} would fill the memory; and it does so at the till, so the
 * pattern must be known when the program is planned. The library's own check is no help: it asks another engine.
 */
final class RegularExpressions {

    private static final int LENGTH_MAX = 200;
    /** An upper bound of what the library writes out: the length times all counts, as if they were nested. */
    private static final long WRITTEN_OUT_MAX = 5_000;

    private static final java.util.regex.Pattern COUNT =
            java.util.regex.Pattern.compile("\\{\\s*([0-9]{0,9}),?([0-9]{0,9})");

    private RegularExpressions() {}

    /** What is wrong with the pattern of a call; empty for a good one and for any other call. */
    static Optional<String> problem(CelExpr expression) {
        if (expression.getKind() != Kind.CALL || !expression.call().function().equals("matches")) {
            return Optional.empty();
        }
        List<CelExpr> arguments = expression.call().args();
        if (arguments.isEmpty()) {
            return Optional.empty(); // the types are wrong, which the library tells
        }
        CelExpr pattern = arguments.getLast();
        if (pattern.getKind() != Kind.CONSTANT || pattern.constant().getKind() != CelConstant.Kind.STRING_VALUE) {
            return Optional.of("matches takes a quoted regular expression");
        }
        return problem(pattern.constant().stringValue());
    }

    private static Optional<String> problem(String pattern) {
        if (pattern.length() > LENGTH_MAX) {
            return Optional.of("the regular expression is longer than " + LENGTH_MAX + " characters");
        }
        if (writtenOut(pattern) > WRITTEN_OUT_MAX) {
            return Optional.of("the counts of the regular expression are too high");
        }
        try {
            Pattern.compile(pattern);
            return Optional.empty();
        } catch (PatternSyntaxException invalid) {
            return Optional.of("is not a regular expression (RE2)");
        }
    }

    private static long writtenOut(String pattern) {
        return COUNT.matcher(pattern)
                .results()
                .mapToLong(RegularExpressions::highest)
                .reduce(pattern.length(), (product, count) -> Math.min(WRITTEN_OUT_MAX + 1, product * count));
    }

    private static long highest(MatchResult count) {
        return Math.max(1, Math.max(number(count.group(1)), number(count.group(2))));
    }

    private static long number(String digits) {
        return digits.isEmpty() ? 1 : Long.parseLong(digits);
    }
}
