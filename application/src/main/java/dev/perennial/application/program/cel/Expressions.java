package dev.perennial.application.program.cel;

import dev.cel.common.ast.CelExpr;
import java.util.function.Consumer;

/** Going through an expression. */
final class Expressions {

    private Expressions() {}

    /** Visits the expression and everything in it, from the outside to the inside and from left to right. */
    static void walk(CelExpr expression, Consumer<CelExpr> visit) {
        visit.accept(expression);
        switch (expression.getKind()) {
            case SELECT -> walk(expression.select().operand(), visit);
            case CALL -> {
                expression.call().target().ifPresent(target -> walk(target, visit));
                expression.call().args().forEach(argument -> walk(argument, visit));
            }
            case LIST -> expression.list().elements().forEach(element -> walk(element, visit));
            case MAP ->
                expression.map().entries().forEach(entry -> {
                    walk(entry.key(), visit);
                    walk(entry.value(), visit);
                });
            case STRUCT -> expression.struct().entries().forEach(entry -> walk(entry.value(), visit));
            case COMPREHENSION -> {
                walk(expression.comprehension().iterRange(), visit);
                walk(expression.comprehension().accuInit(), visit);
                walk(expression.comprehension().loopCondition(), visit);
                walk(expression.comprehension().loopStep(), visit);
                walk(expression.comprehension().result(), visit);
            }
            default -> {}
        }
    }
}
