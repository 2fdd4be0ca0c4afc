package dev.perennial.application.program.cel;

import dev.cel.common.CelIssue;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExprFactory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code money("50.00")}: an amount as people write it, which the parser replaces by the whole number of the currency's
 * smallest units, so that nothing of it is left to do at the till.
 */
final class Money {

    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,18})?");

    private final Currency currency;

    private Money(Currency currency) {
        this.currency = currency;
    }

    @SuppressWarnings("Immutable") // a currency is
    static CelMacro macro(Currency currency) {
        Money money = new Money(currency);
        return CelMacro.newGlobalVarArgMacro(
                "money", (expressions, target, arguments) -> Optional.of(money.expand(expressions, arguments)));
    }

    private CelExpr expand(CelMacroExprFactory expressions, List<CelExpr> arguments) {
        if (arguments.size() != 1 || !isText(arguments.getFirst())) {
            return expressions.reportError("money takes one quoted amount, such as money(\"50\")");
        }
        CelExpr argument = arguments.getFirst();
        String text = argument.constant().stringValue();
        if (!AMOUNT.matcher(text).matches()) {
            return refuse(expressions, argument, "'" + text + "' is not an amount of money, such as money(\"50\")");
        }
        try {
            return expressions.newIntLiteral(minorUnits(new BigDecimal(text)));
        } catch (ArithmeticException tooManyDigits) {
            return refuse(
                    expressions, argument, text + " is not an amount of " + currency + ", which has " + decimals());
        }
    }

    private static boolean isText(CelExpr expression) {
        return expression.getKind() == Kind.CONSTANT
                && expression.constant().getKind() == CelConstant.Kind.STRING_VALUE;
    }

    private long minorUnits(BigDecimal amount) {
        int scale = currency.getDefaultFractionDigits();
        return scale < 0
                ? amount.longValue()
                : amount.setScale(scale, RoundingMode.UNNECESSARY)
                        .unscaledValue()
                        .longValueExact();
    }

    private String decimals() {
        int scale = currency.getDefaultFractionDigits();
        return (scale == 0 ? "no decimals" : scale + " decimals") + " and at most " + Long.MAX_VALUE
                + " smallest units";
    }

    private static CelExpr refuse(CelMacroExprFactory expressions, CelExpr at, String message) {
        return expressions.reportError(CelIssue.formatError(expressions.getSourceLocation(at), message));
    }
}
