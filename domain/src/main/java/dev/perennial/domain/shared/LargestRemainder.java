package dev.perennial.domain.shared;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Splits a whole amount in proportion to weights so that the parts add up to it exactly: each part is rounded down and
 * what is left goes, one by one, to the largest remainders (Hamilton's method; ties go to the lower index).
 */
public final class LargestRemainder {

    private LargestRemainder() {}

    /**
     * Splits the amount.
     *
     * @param amount what to split, 0 or more
     * @param weights 0 or more each; when all are zero every part is zero
     * @return one part for each weight, at most the weight when the amount is at most the sum of the weights
     */
    public static long[] split(long amount, long[] weights) {
        BigInteger total =
                Arrays.stream(weights).mapToObj(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        long[] parts = new long[weights.length];
        if (total.signum() == 0 || amount == 0) {
            return parts;
        }
        BigInteger[] remainders = new BigInteger[weights.length];
        long left = amount;
        for (int i = 0; i < weights.length; i++) {
            BigInteger[] division = BigInteger.valueOf(amount)
                    .multiply(BigInteger.valueOf(weights[i]))
                    .divideAndRemainder(total);
            parts[i] = division[0].longValueExact();
            remainders[i] = division[1];
            left -= parts[i];
        }
        IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
                .limit(left)
                .forEach(i -> parts[i]++);
        return parts;
    }
}
