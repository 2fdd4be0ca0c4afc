package dev.perennial.bootstrap.story;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import java.util.stream.LongStream;

/** What calls took under a load. */
final class Latencies {

    static final Latencies NONE = new Latencies(new long[0], 0);

    private final long[] nanos;
    private final long during;

    /**
     * What they took.
     *
     * @param nanos of each call, ascending
     * @param during how long calls were made, in nanoseconds
     */
    private Latencies(long[] nanos, long during) {
        this.nanos = nanos;
        this.during = during;
    }

    /** Callers who each call again as soon as they are answered, with a number below the bound drawn at random. */
    static Latencies under(int callers, Duration time, int bound, IntConsumer call) {
        long start = System.nanoTime();
        long end = start + time.toNanos();
        long[] nanos =
                Together.callers(callers, caller -> ofOne(new SplittableRandom(caller), end, bound, call)).stream()
                        .flatMapToLong(Arrays::stream)
                        .sorted()
                        .toArray();
        return new Latencies(nanos, System.nanoTime() - start);
    }

    private static long[] ofOne(SplittableRandom random, long end, int bound, IntConsumer call) {
        LongStream.Builder took = LongStream.builder();
        for (long began = System.nanoTime(); began < end; ) {
            call.accept(random.nextInt(bound));
            long now = System.nanoTime();
            took.add(now - began);
            began = now;
        }
        return took.build().toArray();
    }

    Latencies with(Latencies more) {
        return new Latencies(
                LongStream.concat(Arrays.stream(nanos), Arrays.stream(more.nanos))
                        .sorted()
                        .toArray(),
                during + more.during);
    }

    double perSecond() {
        return nanos.length * 1e9 / during;
    }

    double millis(double quantile) {
        return nanos[(int) Math.min(nanos.length - 1, (long) (nanos.length * quantile))] / 1e6;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d calls, %.0f/s, p50 %.2f ms, p99 %.2f ms",
                nanos.length,
                perSecond(),
                millis(0.5),
                millis(0.99));
    }
}
