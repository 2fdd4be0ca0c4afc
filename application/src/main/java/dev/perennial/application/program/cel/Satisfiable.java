package dev.perennial.application.program.cel;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for a way in which a condition can hold: it takes the condition apart until only comparisons of fields with
 * constants are left, and follows each branch as long as every field has a value left. What it does not understand may
 * be true or false, so "no" is certain and "yes" is not.
 */
final class Satisfiable {

    /** Branches of branches may be many; then nothing is said. */
    private static final int STEPS_MAX = 2_000;

    private static final Map<String, String> OPPOSITE =
            Map.of("_==_", "_!=_", "_!=_", "_==_", "_<_", "_>=_", "_>=_", "_<_", "_>_", "_<=_", "_<=_", "_>_");
    private static final Map<String, String> MIRRORED =
            Map.of("_==_", "_==_", "_!=_", "_!=_", "_<_", "_>_", "_>_", "_<_", "_<=_", "_>=_", "_>=_", "_<=_");

    private int steps;

    private record Goal(CelExpr expression, boolean wanted) {}

    /** @param known what the fields may be, by {@code activity.amount}; others may be anything */
    static boolean canHold(CelExpr condition, Map<String, Range> known) {
        return new Satisfiable().possible(List.of(new Goal(condition, true)), known);
    }

    private boolean possible(List<Goal> goals, Map<String, Range> known) {
        if (goals.isEmpty() || ++steps > STEPS_MAX) {
            return true;
        }
        Goal goal = goals.getFirst();
        List<Goal> others = goals.subList(1, goals.size());
        CelExpr expression = goal.expression();
        Optional<Comparable<?>> constant = constant(expression);
        if (constant.isPresent()) {
            return constant.get().equals(goal.wanted()) && possible(others, known);
        }
        if (expression.getKind() == Kind.CALL) {
            return call(expression.call(), goal.wanted(), others, known);
        }
        return compared(expression, "_==_", goal.wanted(), others, known);
    }

    private boolean call(CelCall call, boolean wanted, List<Goal> others, Map<String, Range> known) {
        List<CelExpr> of = call.args();
        return switch (call.function()) {
            case "!_" -> possible(with(others, new Goal(of.getFirst(), !wanted)), known);
            case "_&&_", "_||_" -> {
                boolean both = call.function().equals("_&&_") == wanted;
                Goal left = new Goal(of.get(0), wanted);
                Goal right = new Goal(of.get(1), wanted);
                yield both
                        ? possible(with(others, left, right), known)
                        : possible(with(others, left), known) || possible(with(others, right), known);
            }
            case "_?_:_" ->
                possible(with(others, new Goal(of.get(0), true), new Goal(of.get(1), wanted)), known)
                        || possible(with(others, new Goal(of.get(0), false), new Goal(of.get(2), wanted)), known);
            case "@in" -> in(of.get(0), of.get(1), wanted, others, known);
            default -> comparison(call, wanted, others, known);
        };
    }

    private boolean comparison(CelCall call, boolean wanted, List<Goal> others, Map<String, Range> known) {
        String operator = wanted ? call.function() : OPPOSITE.getOrDefault(call.function(), "");
        String mirrored = MIRRORED.get(operator);
        if (mirrored == null || call.args().size() != 2) {
            return possible(others, known);
        }
        CelExpr left = call.args().get(0);
        CelExpr right = call.args().get(1);
        Optional<Comparable<?>> value = constant(right);
        if (value.isPresent()) {
            return compared(left, operator, value.get(), others, known);
        }
        Optional<Comparable<?>> first = constant(left);
        return first.isPresent() ? compared(right, mirrored, first.get(), others, known) : possible(others, known);
    }

    private boolean in(CelExpr field, CelExpr list, boolean wanted, List<Goal> others, Map<String, Range> known) {
        if (list.getKind() != Kind.LIST) {
            return possible(others, known);
        }
        List<Optional<Comparable<?>>> values =
                list.list().elements().stream().map(Satisfiable::constant).toList();
        if (values.stream().anyMatch(Optional::isEmpty)) {
            return possible(others, known);
        }
        if (wanted) {
            return values.stream().anyMatch(value -> compared(field, "_==_", value.orElseThrow(), others, known));
        }
        Range left = range(field, known);
        for (Optional<Comparable<?>> value : values) {
            left = left.not(value.orElseThrow());
        }
        return narrowed(field, left, others, known);
    }

    private boolean compared(
            CelExpr field, String operator, Comparable<?> value, List<Goal> others, Map<String, Range> known) {
        return range(field, known)
                .where(operator, value)
                .map(left -> narrowed(field, left, others, known))
                .orElseGet(() -> possible(others, known));
    }

    private boolean narrowed(CelExpr field, Range left, List<Goal> others, Map<String, Range> known) {
        if (left.isEmpty()) {
            return false;
        }
        Map<String, Range> narrower = new HashMap<>(known);
        name(field).ifPresent(name -> narrower.put(name, left));
        return possible(others, narrower);
    }

    private static Range range(CelExpr field, Map<String, Range> known) {
        return constant(field)
                .map(Range::exactly)
                .or(() -> name(field).map(known::get))
                .orElse(Range.ANY);
    }

    /** {@code activity.amount}, {@code member.counters.steps}; nothing that is computed. */
    private static Optional<String> name(CelExpr expression) {
        return switch (expression.getKind()) {
            case IDENT -> Optional.of(expression.ident().name());
            case SELECT ->
                expression.select().testOnly()
                        ? Optional.empty()
                        : name(expression.select().operand())
                                .map(owner -> owner + "." + expression.select().field());
            default -> Optional.empty();
        };
    }

    private static Optional<Comparable<?>> constant(CelExpr expression) {
        if (expression.getKind() != Kind.CONSTANT) {
            return Optional.empty();
        }
        CelConstant constant = expression.constant();
        return switch (constant.getKind()) {
            case BOOLEAN_VALUE -> Optional.of(constant.booleanValue());
            case INT64_VALUE -> Optional.of(constant.int64Value());
            case STRING_VALUE -> Optional.of(constant.stringValue());
            default -> Optional.empty();
        };
    }

    private static List<Goal> with(List<Goal> others, Goal... more) {
        List<Goal> all = new ArrayList<>(List.of(more));
        all.addAll(others);
        return all;
    }
}
