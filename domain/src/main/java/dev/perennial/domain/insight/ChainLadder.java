package dev.perennial.domain.insight;

import dev.perennial.domain.insight.BreakageEstimate.Estimated;
import dev.perennial.domain.insight.BreakageEstimate.Missing;
import dev.perennial.domain.insight.BreakageEstimate.NotEnoughHistory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Estimates what will have run out in the end, by vintages.
 *
 * <p>How breakage develops with age is the chain ladder's: with C(i, j) what had run out of vintage i by age j, the
 * factor of age j is Σ C(i, j+1) ÷ Σ C(i, j) over the vintages whose age j+1 is known (T. Mack, Distribution-free
 * calculation of the standard error of chain ladder reserve estimates, ASTIN Bulletin 23 (2), 1993). The developed share
 * p(j) is the inverse of the product of all later factors. The oldest vintage counts as fully developed.
 *
 * <p>How much there will be is then the Cape Cod method's (J. Stanard 1985; J. Friedland, Estimating Unpaid Claims Using
 * Basic Techniques, chapter 10): the expected share is Σ C ÷ Σ (issued × p), and a vintage ends at C + issued × expected
 * share × (1 − p). Multiplying C by the factors, as the plain chain ladder does, would say 0 of every vintage that is
 * younger than the first expiry.
 */
public final class ChainLadder {

    /** With fewer, the factors of the last ages rest on a single vintage. */
    static final int VINTAGES_MIN = 3;

    /** What may still be open of the oldest vintage for it to count as run off. */
    static final double OPEN_SHARE_MAX = 0.05;

    private ChainLadder() {}

    /**
     * Estimates.
     *
     * @param issued of each vintage, the oldest first
     * @param expired for each vintage what had run out by the end of each age, from age 0 to its present age, cumulated:
     *     the oldest has the most ages, each later one has one less
     * @param open what can still be used of each vintage: no more than that can run out
     */
    public static BreakageEstimate estimate(long[] issued, long[][] expired, long[] open) {
        int vintages = (int) Arrays.stream(issued).filter(amount -> amount > 0).count();
        int oldest = 0;
        while (oldest < issued.length && issued[oldest] == 0) {
            oldest++;
        }
        if (vintages < VINTAGES_MIN) {
            return new NotEnoughHistory(vintages, Missing.VINTAGES);
        }
        if (open[oldest] > issued[oldest] * OPEN_SHARE_MAX) {
            return new NotEnoughHistory(vintages, Missing.RUN_OFF);
        }
        if (Arrays.stream(expired).allMatch(row -> row.length == 0 || row[row.length - 1] <= 0)) {
            return new NotEnoughHistory(vintages, Missing.EXPIRIES);
        }
        return estimated(
                vintages,
                Arrays.copyOfRange(issued, oldest, issued.length),
                Arrays.copyOfRange(expired, oldest, expired.length),
                Arrays.copyOfRange(open, oldest, open.length),
                oldest);
    }

    private static Estimated estimated(int vintages, long[] issued, long[][] expired, long[] open, int before) {
        double[] developed = developed(expired);
        int last = issued.length - 1;
        double known = 0;
        double exposed = 0;
        for (int i = 0; i <= last; i++) {
            known += expired[i][last - i];
            exposed += issued[i] * developed[last - i];
        }
        double expected = known / exposed;
        List<Double> ultimate = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        for (int i = 0; i < before; i++) { // months in which nothing was issued yet
            ultimate.add(0.0);
            shares.add(1.0);
        }
        double all = 0;
        for (int i = 0; i <= last; i++) {
            double share = developed[last - i];
            long now = expired[i][last - i];
            double end = Math.min(now + issued[i] * expected * (1 - share), (double) now + open[i]);
            ultimate.add(end);
            shares.add(share);
            all += end;
        }
        return new Estimated(vintages, all / Arrays.stream(issued).sum(), ultimate, shares);
    }

    /** The developed share by age. Where nothing had run out by the later age either, the factor is 1: nothing is known. */
    private static double[] developed(long[][] expired) {
        int last = expired.length - 1;
        double[] developed = new double[last + 1];
        developed[last] = 1;
        for (int age = last - 1; age >= 0; age--) {
            double earlier = 0;
            double later = 0;
            for (int i = 0; i + age + 1 <= last; i++) {
                earlier += expired[i][age];
                later += expired[i][age + 1];
            }
            double step = later > 0 ? Math.min(1, Math.max(0, earlier / later)) : 1;
            developed[age] = developed[age + 1] * step;
        }
        return developed;
    }
}
