package dev.perennial.application.program.cel;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.LinkedHashSet;
import java.util.Set;

/** The counters that a condition names, as {@code member.counters.steps} or {@code member.counters["steps"]}. */
final class CountersRead {

    private static final String INDEX = "_[_]";

    private CountersRead() {}

    static Set<String> of(CelExpr condition) {
        Set<String> counters = new LinkedHashSet<>();
        Expressions.walk(condition, expression -> {
            if (expression.getKind() == Kind.SELECT
                    && isCounters(expression.select().operand())) {
                counters.add(expression.select().field());
            } else if (isIndexed(expression)) {
                counters.add(expression.call().args().get(1).constant().stringValue());
            }
        });
        return counters;
    }

    private static boolean isIndexed(CelExpr expression) {
        if (expression.getKind() != Kind.CALL) {
            return false;
        }
        CelCall call = expression.call();
        return call.function().equals(INDEX)
                && isCounters(call.args().get(0))
                && isText(call.args().get(1));
    }

    private static boolean isCounters(CelExpr expression) {
        return expression.getKind() == Kind.SELECT
                && expression.select().field().equals("counters")
                && expression.select().operand().getKind() == Kind.IDENT
                && expression.select().operand().ident().name().equals("member");
    }

    private static boolean isText(CelExpr expression) {
        return expression.getKind() == Kind.CONSTANT
                && expression.constant().getKind() == CelConstant.Kind.STRING_VALUE;
    }
}
