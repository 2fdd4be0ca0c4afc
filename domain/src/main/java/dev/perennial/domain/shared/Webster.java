package dev.perennial.domain.shared;

import java.math.BigInteger;

/**
 * Splits a part of a whole in proportion to the whole's shares so that it never goes back on itself: whoever is given
 * one more in total takes nothing from any share. So it does not matter in how many steps the whole is given out.
 *
 * <p>Webster's method (Sainte-Laguë), which is house-monotone as every divisor method is: M. L. Balinski and H. P. Young,
 * <i>Fair Representation</i>, 1982. Each share is given its next one in the order of {@code (given + ½) ÷ share}; ties go
 * to the lower index.
 */
public final class Webster {

    private Webster() {}

    /**
     * Splits the amount.
     *
     * @param amount 0 to the sum of the shares
     * @param shares 0 or more each
     * @return one part for each share, at most the share; all of them once the amount is their sum
     */
    public static long[] split(long amount, long[] shares) {
        long[] parts = LargestRemainder.split(amount, shares); // at most one off for each share
        if (amount == 0) {
            return parts;
        }
        int next = next(parts, shares);
        int last = last(parts, shares);
        while (next >= 0
                && last >= 0
                && isBefore(2 * parts[next] + 1, shares[next], next, 2 * parts[last] - 1, shares[last], last)) {
            parts[next]++;
            parts[last]--;
            next = next(parts, shares);
            last = last(parts, shares);
        }
        return parts;
    }

    /** Whose turn it is. */
    private static int next(long[] parts, long[] shares) {
        int found = -1;
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] < shares[i]
                    && (found < 0
                            || isBefore(2 * parts[i] + 1, shares[i], i, 2 * parts[found] + 1, shares[found], found))) {
                found = i;
            }
        }
        return found;
    }

    /** Whose turn it was. */
    private static int last(long[] parts, long[] shares) {
        int found = -1;
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] > 0
                    && (found < 0
                            || isBefore(2 * parts[found] - 1, shares[found], found, 2 * parts[i] - 1, shares[i], i))) {
                found = i;
            }
        }
        return found;
    }

    /** Whether {@code a ÷ b < c ÷ d}, or both are equal and the first stands first. */
    private static boolean isBefore(long a, long b, int first, long c, long d, int second) {
        int order = BigInteger.valueOf(a)
                .multiply(BigInteger.valueOf(d))
                .compareTo(BigInteger.valueOf(c).multiply(BigInteger.valueOf(b)));
        return order < 0 || (order == 0 && first < second);
    }
}
