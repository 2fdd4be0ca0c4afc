package dev.perennial.application.program.cel;

import dev.cel.common.ast.CelExpr;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.perennial.domain.program.Condition;
import dev.perennial.domain.program.Facts;
import dev.perennial.domain.program.Subject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A compiled expression; immutable and safe for use by several threads. */
final class CelCondition implements Condition {

    private static final String NOT = "the condition does not hold";
    /** How the library begins its messages; the number is the offset of a code point in the source. */
    private static final Pattern PREFIX = Pattern.compile("^evaluation error(?: at [^:]*:(\\d+))?: ");

    private final String source;
    private final CelExpr expression;
    private final CelRuntime.Program program;
    private final FieldsRead read;
    private final Set<String> counters;

    /** @param expression as it was parsed */
    CelCondition(String source, CelExpr expression, CelRuntime.Program program) {
        this.source = source;
        this.expression = expression;
        this.program = program;
        this.read = FieldsRead.of(expression);
        this.counters = Set.copyOf(CountersRead.of(expression));
    }

    @Override
    public Set<String> counters() {
        return counters;
    }

    @Override
    public List<String> doubts(Subject subject, ZoneId zone, Instant now) {
        return Doubts.of(expression, subject, zone, now);
    }

    @Override
    public Verdict test(Facts facts) {
        try {
            Object answer = program.eval(
                    name -> Optional.ofNullable(FactTypes.VARIABLES.get(name)).map(type -> type.of(facts)));
            return Boolean.TRUE.equals(answer) ? Verdict.MATCHED : Verdict.notMatched(because(facts));
        } catch (CelEvaluationException failed) {
            return Verdict.notMatched(reason(failed));
        } catch (RuntimeException | StackOverflowError unforeseen) { // one condition must not stop a member's decisions
            return Verdict.notMatched("it cannot be computed");
        }
    }

    private String because(Facts facts) {
        String was = read.words(facts);
        return was.isEmpty() ? NOT : NOT + ": " + was;
    }

    /** In words of our own: the library's may quote what the facts say. */
    private String reason(CelEvaluationException failed) {
        String text = switch (failed.getErrorCode()) {
            case ATTRIBUTE_NOT_FOUND -> "the map has no such key";
            case DIVIDE_BY_ZERO -> "division by zero";
            case INDEX_OUT_OF_BOUNDS -> "the list has no such element";
            case NUMERIC_OVERFLOW -> "a number is too large";
            case ITERATION_BUDGET_EXCEEDED -> "too many loop steps";
            case BAD_FORMAT, INVALID_ARGUMENT -> "a value cannot be converted";
            default -> "it cannot be computed";
        };
        Matcher prefix = PREFIX.matcher(String.valueOf(failed.getMessage()));
        return prefix.find() && prefix.group(1) != null
                ? SourcePosition.ofCodePoint(source, Integer.parseInt(prefix.group(1))) + ": " + text
                : text;
    }
}
