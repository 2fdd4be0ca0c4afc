package dev.perennial.domain.testing;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;

/**
 * Runs a property on many seeded inputs. A failure names its seed; {@code -Dperennial.seed=…} runs that one alone, and
 * {@code -Dperennial.effort=10} runs ten times as many.
 */
public final class Seeds {

    private static final int EFFORT = Integer.getInteger("perennial.effort", 1);

    private Seeds() {}

    /** What must hold for any random choice. */
    @FunctionalInterface
    public interface Property {
        void holdsFor(RandomGenerator random);
    }

    public static void each(int count, Property property) {
        Long only = Long.getLong("perennial.seed");
        if (only != null) {
            property.holdsFor(new SplittableRandom(only));
            return;
        }
        for (long seed = 1; seed <= (long) count * EFFORT; seed++) {
            try {
                property.holdsFor(new SplittableRandom(seed));
            } catch (RuntimeException | Error failure) {
                throw new AssertionError("fails for -Dperennial.seed=" + seed + ": " + failure.getMessage(), failure);
            }
        }
    }

    /** A property that holds for what some random choices come to, and says whether it did for this one. */
    @FunctionalInterface
    public interface Comparison {
        boolean comparedFor(RandomGenerator random);
    }

    /**
     * Runs a comparison, which must have compared for at least one seed in so many: it could become vacuous unnoticed.
     */
    public static void eachComparing(int oneIn, int count, Comparison comparison) {
        LongAdder all = new LongAdder();
        LongAdder compared = new LongAdder();
        each(count, random -> {
            all.increment();
            compared.add(comparison.comparedFor(random) ? 1 : 0);
        });
        if (all.sum() > 1 && compared.sum() * oneIn < all.sum()) {
            throw new AssertionError("compared for " + compared + " of " + all + " seeds only");
        }
    }
}
