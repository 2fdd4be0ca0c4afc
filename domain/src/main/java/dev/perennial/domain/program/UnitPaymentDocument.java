package dev.perennial.domain.program;

import dev.perennial.domain.shared.Rounding;
import java.math.BigInteger;

/**
 * A unit that pays for orders: so many are worth so much money, as in 100 points = 100 cents.
 *
 * @param unit the unit's id; one payment for each unit
 * @param units at least 1, in the unit's smallest step
 * @param value what they are worth together, at least 1, in the smallest unit of the program's currency
 * @param minimum the least that is paid at once, a multiple of the step
 * @param step what is paid is a multiple of it; a step is worth a whole amount of money
 * @param percentMax the share of what an order costs that can be paid with the unit, 1 to 100
 * @param withShipping whether it pays for shipping too
 */
public record UnitPaymentDocument(
        String unit, long units, long value, long minimum, long step, int percentMax, boolean withShipping) {

    private static final BigInteger COUNTABLE = BigInteger.valueOf(Long.MAX_VALUE);

    /** What units are worth; exact for multiples of the step. */
    public long valueOf(long amount) {
        return Rounding.DOWN.scale(amount, value, units);
    }

    /** How many units, in steps, are worth at most so much; no more than can be counted. */
    public long unitsWorth(long money) {
        BigInteger worth = BigInteger.valueOf(money).multiply(BigInteger.valueOf(units));
        return stepped(worth.divide(BigInteger.valueOf(value)).min(COUNTABLE).longValueExact());
    }

    /** The largest multiple of the step that is not more. */
    public long stepped(long amount) {
        return amount - amount % step;
    }
}
