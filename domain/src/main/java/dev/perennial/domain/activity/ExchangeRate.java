package dev.perennial.domain.activity;

import dev.perennial.domain.shared.Rounding;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;

/**
 * What one unit of an order's currency is worth in the program's, as the caller says: {@code 0.9213} euros for a
 * dollar.
 *
 * @param rate more than 0, with at most 10 decimals
 */
public record ExchangeRate(BigDecimal rate) {

    /** The most decimals that a rate may have. */
    public static final int DECIMALS_MAX = 10;

    /** The exact factor from smallest units of the one currency to smallest units of the other. */
    public BigDecimal factor(Currency from, Currency to) {
        return rate.scaleByPowerOfTen(to.getDefaultFractionDigits() - from.getDefaultFractionDigits());
    }

    /**
     * An amount in the other currency, rounded once.
     *
     * @throws ArithmeticException if it does not fit a long
     */
    public long convert(long amount, Currency from, Currency to, Rounding rounding) {
        BigDecimal factor = factor(from, to);
        BigInteger denominator = BigInteger.TEN.pow(Math.max(0, factor.scale()));
        BigInteger numerator = factor.multiply(new BigDecimal(denominator)).toBigIntegerExact();
        return rounding.divide(numerator.multiply(BigInteger.valueOf(amount)), denominator);
    }
}
