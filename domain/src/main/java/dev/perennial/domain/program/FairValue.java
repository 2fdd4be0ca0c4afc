package dev.perennial.domain.program;

import dev.perennial.domain.shared.Rounding;

/**
 * What a unit is worth in the books: so many of its smallest steps are worth so many of the currency's smallest units,
 * as in 100 points = 100 cents.
 *
 * @param units 1 to 10^12 in the unit's smallest step
 * @param amount 1 to 10^12 in the smallest unit of the program's currency
 */
public record FairValue(long units, long amount) {

    /**
     * What so many smallest steps are worth: count × amount ÷ units, rounded once; a half goes to the even neighbour, so
     * that many figures together are not biased.
     *
     * @param count in the unit's smallest step, of either sign
     * @return in the smallest unit of the currency
     * @throws ArithmeticException if the result does not fit a long
     */
    public long of(long count) {
        return Rounding.HALF_EVEN.scale(count, amount, units);
    }
}
