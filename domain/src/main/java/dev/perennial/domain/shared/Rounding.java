package dev.perennial.domain.shared;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** How a fraction of a unit's smallest step becomes whole. */
public enum Rounding {
    /** Towards zero: a customer never gets a part that is not complete. */
    DOWN(RoundingMode.DOWN),
    /** Away from zero. */
    UP(RoundingMode.UP),
    /** To the nearest; a half goes up. */
    HALF_UP(RoundingMode.HALF_UP),
    /** To the nearest; a half goes to the even neighbour. */
    HALF_EVEN(RoundingMode.HALF_EVEN);

    private final RoundingMode mode;

    Rounding(RoundingMode mode) {
        this.mode = mode;
    }

    /**
     * {@code amount × numerator ÷ denominator}, exact before the one rounding.
     *
     * @throws ArithmeticException if the result does not fit a long, or the denominator is zero
     */
    public long scale(long amount, long numerator, long denominator) {
        long high = Math.multiplyHigh(amount, numerator);
        long low = amount * numerator;
        if (high == 0 && low >= 0 && denominator > 0) {
            return positive(low, denominator); // the hot path: the product fits a long
        }
        return divide(
                BigInteger.valueOf(amount).multiply(BigInteger.valueOf(numerator)), BigInteger.valueOf(denominator));
    }

    /**
     * {@code numerator ÷ denominator}.
     *
     * @throws ArithmeticException if the result does not fit a long, or the denominator is zero
     */
    public long divide(BigInteger numerator, BigInteger denominator) {
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), 0, mode)
                .longValueExact();
    }

    private long positive(long product, long denominator) {
        long whole = product / denominator;
        long rest = product % denominator;
        boolean up = switch (this) {
            case DOWN -> false;
            case UP -> rest > 0;
            case HALF_UP -> rest >= denominator - rest;
            case HALF_EVEN -> rest > denominator - rest || (rest == denominator - rest && whole % 2 == 1);
        };
        return up ? whole + 1 : whole;
    }
}
