package dev.perennial.application.program.cel;

import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelTypes;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.validator.CelValidator;
import dev.cel.validator.CelValidatorFactory;
import dev.cel.validator.validators.DurationLiteralValidator;
import dev.cel.validator.validators.TimestampLiteralValidator;
import dev.perennial.application.program.cel.Fault.Faults;
import dev.perennial.domain.program.Conditions.Compiled;
import java.util.Currency;

/** Compiles conditions for one currency. Immutable; making one is the expensive part. */
final class ConditionCompiler {

    private final CelCompiler compiler;
    private final CelRuntime runtime;
    private final CelValidator literals;

    ConditionCompiler(Currency currency) {
        this.compiler = Dialect.compiler(currency);
        this.runtime = Dialect.runtime();
        this.literals = CelValidatorFactory.standardCelValidatorBuilder(CelFactory.combine(compiler, runtime))
                .addAstValidators(TimestampLiteralValidator.INSTANCE, DurationLiteralValidator.INSTANCE)
                .build();
    }

    /** Parses, checks the types, then what types cannot say. Problems of one stage are all reported together. */
    Compiled compile(String source) {
        Faults faults = new Faults();
        int length = source.codePointCount(0, source.length());
        if (length > Dialect.CODE_POINTS_MAX) {
            faults.add(
                    SourcePosition.START,
                    "has " + length + " characters; at most " + Dialect.CODE_POINTS_MAX + " are allowed");
            return faults.broken();
        }
        CelValidationResult parsed = compiler.parse(source, "condition");
        if (parsed.hasError()) {
            return report(faults, parsed).broken();
        }
        try {
            CelValidationResult checked = compiler.check(parsed.getAst());
            report(faults, checked);
            Restrictions.check(checked.hasError() ? parsed.getAst() : checked.getAst(), faults);
            if (faults.isEmpty()) {
                examine(checked.getAst(), faults);
            }
            return faults.isEmpty()
                    ? new Compiled.Usable(new CelCondition(
                            source, parsed.getAst().getExpr(), runtime.createProgram(checked.getAst())))
                    : faults.broken();
        } catch (CelValidationException | CelEvaluationException unexpected) {
            faults.add(SourcePosition.START, "cannot be compiled");
            return faults.broken();
        }
    }

    private void examine(CelAbstractSyntaxTree checked, Faults faults) {
        if (checked.getResultType().equals(SimpleType.BOOL)) {
            report(faults, literals.validate(checked));
        } else {
            faults.add(
                    SourcePosition.START, "must be true or false; this is " + CelTypes.format(checked.getResultType()));
        }
    }

    private static Faults report(Faults faults, CelValidationResult result) {
        for (CelIssue issue : result.getErrors()) {
            faults.add(SourcePosition.of(issue.getSourceLocation()), Wording.of(issue.getMessage()));
        }
        return faults;
    }
}
