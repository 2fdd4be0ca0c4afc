package dev.perennial.application.program.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSource;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.perennial.application.program.cel.Fault.Faults;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the types alone would let through: numbers that no fact has, and values that grow. A list of lists or a list
 * joined with itself doubles at each level of a loop, so that 32 levels would fill the memory or never end; the limit
 * of loop steps does not see it.
 */
final class Restrictions {

    /** The variable in which the library's own expansion of {@code map} and {@code filter} collects. */
    private static final String ACCUMULATOR = "@result";

    private final CelAbstractSyntaxTree ast;
    private final Faults faults;

    private Restrictions(CelAbstractSyntaxTree ast, Faults faults) {
        this.ast = ast;
        this.faults = faults;
    }

    static void check(CelAbstractSyntaxTree ast, Faults faults) {
        Restrictions restrictions = new Restrictions(ast, faults);
        Expressions.walk(ast.getExpr(), restrictions::check);
    }

    private void check(CelExpr expression) {
        if (expression.getKind() == Kind.STRUCT) {
            refuse(expression, "a condition cannot make objects");
        } else if (isUnsigned(expression)) {
            refuse(expression, "numbers are written without u");
        }
        RegularExpressions.problem(expression).ifPresent(problem -> refuse(expression, problem));
        @Nullable CelType type = ast.isChecked() ? ast.getType(expression.id()).orElse(null) : null;
        if (isNested(type)) {
            refuse(expression, "a list or map cannot hold lists or maps");
        } else if (isMixed(expression, type)) {
            refuse(expression, "the elements of a list or map must be of one type");
        } else if (type instanceof ListType && isAddition(expression)) {
            refuse(expression, "lists cannot be joined");
        }
    }

    private static boolean isUnsigned(CelExpr expression) {
        return expression.getKind() == Kind.CONSTANT
                && expression.constant().getKind() == CelConstant.Kind.UINT64_VALUE;
    }

    /** {@code [1, "a"]} would bring in values without a type by the back door. */
    private static boolean isMixed(CelExpr expression, @Nullable CelType type) {
        return switch (type) {
            case ListType list ->
                expression.getKind() == Kind.LIST
                        && !expression.list().elements().isEmpty()
                        && list.elemType().equals(SimpleType.DYN);
            case MapType map ->
                expression.getKind() == Kind.MAP
                        && !expression.map().entries().isEmpty()
                        && (map.keyType().equals(SimpleType.DYN)
                                || map.valueType().equals(SimpleType.DYN));
            case null, default -> false;
        };
    }

    private static boolean isNested(@Nullable CelType type) {
        return switch (type) {
            case ListType list -> isContainer(list.elemType());
            case MapType map -> isContainer(map.valueType());
            case null, default -> false;
        };
    }

    private static boolean isContainer(CelType type) {
        return type instanceof ListType || type instanceof MapType;
    }

    private static boolean isAddition(CelExpr expression) {
        return expression.getKind() == Kind.CALL
                && expression.call().function().equals("_+_")
                && !isAccumulator(expression.call().args().getFirst());
    }

    private static boolean isAccumulator(CelExpr expression) {
        return expression.getKind() == Kind.IDENT && expression.ident().name().equals(ACCUMULATOR);
    }

    private void refuse(CelExpr expression, String message) {
        CelSource source = ast.getSource();
        SourcePosition at = Optional.ofNullable(source.getPositionsMap().get(expression.id()))
                .flatMap(source::getOffsetLocation)
                .map(SourcePosition::of)
                .orElse(SourcePosition.START);
        faults.add(at, message);
    }
}
