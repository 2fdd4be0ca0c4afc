package dev.perennial.bootstrap.story;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntConsumer;

/**
 * Two ways to do the same under the same load, in turns so that whatever slows the machine slows both. Prints what calls
 * took and how many times faster the second is, by round.
 *
 * @param callers who call in a closed loop
 * @param round how long each way is tried in each round; the first two rounds only warm up
 * @param bound calls get a number below it
 */
record Race(int callers, Duration round, int rounds, int bound) {

    private static final int WARM_UP = 2;

    /** One of the ways. */
    record Arm(String name, IntConsumer call) {}

    /** The median of the ratios. */
    double run(Arm first, Arm second) {
        double[] ratios = new double[rounds];
        Latencies firsts = Latencies.NONE;
        Latencies seconds = Latencies.NONE;
        for (int i = -WARM_UP; i < rounds; i++) {
            Latencies one = Latencies.under(callers, round, bound, first.call());
            Latencies other = Latencies.under(callers, round, bound, second.call());
            if (i >= 0) {
                firsts = firsts.with(one);
                seconds = seconds.with(other);
                ratios[i] = other.perSecond() / one.perSecond();
            }
        }
        Arrays.sort(ratios);
        System.out.printf("%s: %s%n%s: %s%n", first.name(), firsts, second.name(), seconds);
        System.out.printf(
                Locale.ROOT,
                "%s ÷ %s at %d in flight, median of %d rounds: %.2f (%.2f to %.2f)%n",
                second.name(),
                first.name(),
                callers,
                rounds,
                ratios[rounds / 2],
                ratios[0],
                ratios[rounds - 1]);
        return ratios[rounds / 2];
    }
}
