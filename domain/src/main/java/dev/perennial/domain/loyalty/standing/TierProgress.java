package dev.perennial.domain.loyalty.standing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How far a member has come by earning. The level held is the higher one of two: what was carried over stands whatever
 * is earned now, and what is reached now stands whatever was carried over.
 *
 * @param earned the status unit by bucket: with yearly windows the going and the last one, otherwise the last days
 * @param carried the level that stands until the next review, or until the grace is over; empty for none
 * @param reached the level that was reached in the window going on; empty for none
 * @param graceEndsAt until when the carried level stands although the review was not passed; null without a grace
 * @param asOf the local day on which something happened last; reviews fall on later days
 */
public record TierProgress(
        SortedMap<LocalDate, Long> earned,
        String carried,
        String reached,
        @Nullable Instant graceEndsAt,
        LocalDate asOf) {

    public static final TierProgress NONE =
            new TierProgress(Collections.emptySortedMap(), "", "", null, LocalDate.EPOCH);

    public TierProgress {
        earned = Collections.unmodifiableSortedMap(new TreeMap<>(earned));
    }

    boolean isEmpty() {
        return earned.isEmpty() && carried.isEmpty() && reached.isEmpty();
    }

    String held(Levels levels) {
        return levels.higher(carried, reached);
    }

    /** A grace is over early as soon as the level is reached anew; it goes on if that is refunded. */
    boolean inGrace(Levels levels) {
        return grace(levels).isPresent();
    }

    Optional<Instant> grace(Levels levels) {
        return levels.rank(reached) < levels.rank(carried) ? Optional.ofNullable(graceEndsAt) : Optional.empty();
    }

    TierProgress holding(String newCarried, String newReached, @Nullable Instant newGraceEndsAt) {
        return new TierProgress(earned, newCarried, newReached, newGraceEndsAt, asOf);
    }

    /** On the day, without what cannot matter any more. */
    TierProgress on(LocalDate day, Measure measure) {
        return new TierProgress(earned.tailMap(measure.oldest(day)), carried, reached, graceEndsAt, day);
    }

    /** With more in a bucket, or less; never less than nothing, so nobody owes status. */
    TierProgress earning(LocalDate bucket, long amount) {
        SortedMap<LocalDate, Long> changed = new TreeMap<>(earned);
        long sum = Math.addExact(changed.getOrDefault(bucket, 0L), amount);
        if (sum > 0) {
            changed.put(bucket, sum);
        } else {
            changed.remove(bucket);
        }
        return new TierProgress(changed, carried, reached, graceEndsAt, asOf);
    }

    TierProgress movingBuckets(UnaryOperator<LocalDate> to) {
        SortedMap<LocalDate, Long> moved = new TreeMap<>();
        earned.forEach((bucket, amount) -> moved.merge(to.apply(bucket), amount, Math::addExact));
        return new TierProgress(moved, carried, reached, graceEndsAt, asOf);
    }
}
