package dev.perennial.application.program.cel;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableMap;
import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.checker.CelStandardDeclarations.StandardFunction.Overload.Arithmetic;
import dev.cel.checker.CelStandardDeclarations.StandardFunction.Overload.Comparison;
import dev.cel.checker.CelStandardDeclarations.StandardOverload;
import dev.cel.common.CelOptions;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.StructTypeReference;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;

/**
 * The part of CEL that conditions are written in: whole numbers, texts, lists and maps; questions only, with limits.
 */
final class Dialect {

    static final int CODE_POINTS_MAX = 4_096;
    /** Levels of brackets, operators and calls within each other. */
    static final int DEPTH_MAX = 32;
    /** Loop steps of one evaluation, those of nested loops added up. */
    static final int ITERATIONS_MAX = 10_000;

    /** Ways around the types: {@code dyn} and {@code type}, and numbers other than whole ones. */
    private static final Set<StandardFunction> EXCLUDED = Set.of(
            StandardFunction.DYN,
            StandardFunction.TYPE,
            StandardFunction.UINT,
            StandardFunction.BYTES,
            StandardFunction.DOUBLE);

    private static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(CODE_POINTS_MAX)
            .maxParseRecursionDepth(DEPTH_MAX + 1)
            .comprehensionMaxIterations(ITERATIONS_MAX)
            .enableHeterogeneousNumericComparisons(false)
            .build();

    private Dialect() {}

    static CelCompiler compiler(Currency currency) {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addMacros(Money.macro(currency))
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(CelStandardDeclarations.newBuilder()
                        .filterFunctions(Dialect::isAllowed)
                        .build())
                .setTypeProvider(types());
        FactTypes.VARIABLES.forEach((name, type) ->
                builder.addVar(name, StructTypeReference.create(type.celType().name())));
        return builder.build();
    }

    /**
     * The library ignores its option against comparing int with double once the declarations are given by hand, so
     * those overloads go here. Joining texts goes too: in nested loops it doubles a text with each level.
     */
    private static boolean isAllowed(StandardFunction function, StandardOverload overload) {
        boolean mixesNumbers = overload instanceof Comparison comparison && comparison.isHeterogeneousComparison();
        boolean joins = overload == Arithmetic.ADD_STRING || overload == Arithmetic.ADD_BYTES;
        return !EXCLUDED.contains(function) && !mixesNumbers && !joins;
    }

    /** The planner refuses to be built without mixed comparisons; harmless, as the compiler let none through. */
    static CelRuntime runtime() {
        return CelRuntimeFactory.plannerRuntimeBuilder()
                .setOptions(OPTIONS.toBuilder()
                        .enableHeterogeneousNumericComparisons(true)
                        .build())
                .build();
    }

    private static CelTypeProvider types() {
        ImmutableMap.Builder<String, CelType> types = ImmutableMap.builder();
        FactTypes.ALL.forEach(type -> types.put(type.celType().name(), type.celType()));
        ImmutableMap<String, CelType> byName = types.buildOrThrow();
        return new CelTypeProvider() {
            @Override
            public ImmutableCollection<CelType> types() {
                return byName.values();
            }

            @Override
            public Optional<CelType> findType(String name) {
                return Optional.ofNullable(byName.get(name));
            }
        };
    }
}
