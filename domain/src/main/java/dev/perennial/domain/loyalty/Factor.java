package dev.perennial.domain.loyalty;

import dev.perennial.domain.program.Stacking;
import dev.perennial.domain.shared.Rounding;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/** What several multipliers come to together, exactly. */
record Factor(BigDecimal value) {

    static final Factor ONE = new Factor(BigDecimal.ONE);

    /** @param percents in any order; none of them comes to one */
    static Factor combine(Stacking stacking, List<Integer> percents) {
        if (percents.isEmpty()) {
            return ONE;
        }
        return switch (stacking) {
            case HIGHEST ->
                ofPercent(percents.stream().mapToInt(Integer::intValue).max().orElseThrow());
            case ADD ->
                ofPercent(Math.max(
                        0,
                        100
                                + percents.stream()
                                        .mapToInt(percent -> percent - 100)
                                        .sum()));
            case MULTIPLY ->
                new Factor(percents.stream()
                        .map(percent -> ofPercent(percent).value())
                        .reduce(BigDecimal.ONE, BigDecimal::multiply));
        };
    }

    private static Factor ofPercent(int percent) {
        return new Factor(BigDecimal.valueOf(percent, 2));
    }

    BigDecimal times(long amount) {
        return value.multiply(BigDecimal.valueOf(amount));
    }

    /** The amount times this, rounded towards zero. */
    long scale(long amount) {
        return equals(ONE) ? amount : divide(BigDecimal.valueOf(amount), 1, 1, Rounding.DOWN);
    }

    /** {@code amount × this × units ÷ each}, rounded once. */
    long divide(BigDecimal amount, long units, long each, Rounding rounding) {
        return divide(amount, BigInteger.valueOf(units), BigInteger.valueOf(each), rounding);
    }

    /** @throws ArithmeticException if the result does not fit a long */
    long divide(BigDecimal amount, BigInteger units, BigInteger each, Rounding rounding) {
        BigDecimal product = amount.multiply(value).multiply(new BigDecimal(units));
        BigInteger power = BigInteger.TEN.pow(Math.max(0, product.scale()));
        BigInteger whole = product.multiply(new BigDecimal(power)).toBigIntegerExact();
        return rounding.divide(whole, each.multiply(power));
    }
}
