package dev.perennial.application.program.cel;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.perennial.domain.program.Facts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The fields that a condition names, to say what they were when it did not hold. What is known of the member as a
 * person is left out: replies are kept for as long as the ledger, and a person may be forgotten.
 */
final class FieldsRead {

    private static final int FIELDS_MAX = 5;
    private static final int TEXT_MAX = 40;
    private static final Set<String> OF_A_PERSON =
            Set.of("gender", "country", "birth_year", "locale", "time_zone", "acquisition_source");

    private final List<Field> fields;

    private record Field(String variable, String name) {}

    private FieldsRead(List<Field> fields) {
        this.fields = fields;
    }

    static FieldsRead of(CelExpr condition) {
        Set<Field> fields = new LinkedHashSet<>();
        Expressions.walk(condition, expression -> {
            if (isField(expression)) {
                fields.add(new Field(
                        expression.select().operand().ident().name(),
                        expression.select().field()));
            }
        });
        return new FieldsRead(fields.stream()
                .filter(field -> !OF_A_PERSON.contains(field.name()))
                .limit(FIELDS_MAX)
                .toList());
    }

    private static boolean isField(CelExpr expression) {
        return expression.getKind() == Kind.SELECT
                && expression.select().operand().getKind() == Kind.IDENT
                && FactTypes.VARIABLES.containsKey(
                        expression.select().operand().ident().name());
    }

    /** {@code activity.channel is "web", activity.amount is 4500}; empty when there is nothing to say. */
    String words(Facts facts) {
        return fields.stream()
                .map(field -> words(field, facts))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String words(Field field, Facts facts) {
        FactType<Facts> type = Objects.requireNonNull(FactTypes.VARIABLES.get(field.variable()));
        return switch (type.read(field.name(), facts)) {
            case String text -> field.variable() + "." + field.name() + " is \"" + shortened(text) + "\"";
            case Long number -> field.variable() + "." + field.name() + " is " + number;
            case Boolean truth -> field.variable() + "." + field.name() + " is " + truth;
            case null, default -> "";
        };
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= TEXT_MAX
                ? text
                : text.substring(0, text.offsetByCodePoints(0, TEXT_MAX)) + "…";
    }
}
