package dev.perennial.domain.loyalty.standing;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * How what was earned is kept and added up: in buckets, which are named by their first day. A bucket is as wide as it
 * can be: nothing within it ever has to be told apart.
 */
sealed interface Measure {

    /** The bucket that holds what is earned on the day. */
    LocalDate bucketOf(LocalDate day);

    /** Whether what is in the bucket counts on the day. */
    boolean counts(LocalDate bucket, LocalDate day);

    /** The first day of the window that holds the day. */
    LocalDate startOf(LocalDate day);

    /** The first day after the window that holds the day. */
    LocalDate endOf(LocalDate day);

    /** The first bucket that can still matter on the day. */
    LocalDate oldest(LocalDate day);

    /** What counts on the day. */
    long sum(SortedMap<LocalDate, Long> earned, LocalDate day);

    /** What was earned in the window before the one that holds the day. */
    long before(SortedMap<LocalDate, Long> earned, LocalDate day);

    /**
     * Windows of a year, one after the other. Those of a member who enrolled on 29 February begin on the 28th in years
     * that have no 29th.
     *
     * @param anchor the first day of one of them
     */
    record Years(LocalDate anchor) implements Measure {

        static final Years CALENDAR = new Years(LocalDate.of(2000, 1, 1));

        @Override
        public LocalDate bucketOf(LocalDate day) {
            LocalDate start = startIn(day.getYear());
            return start.isAfter(day) ? startIn(day.getYear() - 1) : start;
        }

        @Override
        public LocalDate startOf(LocalDate day) {
            return bucketOf(day);
        }

        @Override
        public LocalDate endOf(LocalDate day) {
            return startIn(bucketOf(day).getYear() + 1);
        }

        /** Counted from the anchor, so that a 29th is the 29th again when it exists. */
        private LocalDate startIn(int year) {
            return anchor.plusYears(year - (long) anchor.getYear());
        }

        @Override
        public boolean counts(LocalDate bucket, LocalDate day) {
            return bucket.equals(bucketOf(day));
        }

        @Override
        public LocalDate oldest(LocalDate day) {
            return bucketOf(bucketOf(day).minusDays(1));
        }

        @Override
        public long sum(SortedMap<LocalDate, Long> earned, LocalDate day) {
            return earned.getOrDefault(bucketOf(day), 0L);
        }

        @Override
        public long before(SortedMap<LocalDate, Long> earned, LocalDate day) {
            return earned.getOrDefault(oldest(day), 0L);
        }
    }

    /** The last days, today included; a bucket is one day. */
    record RollingDays(int days) implements Measure {

        @Override
        public LocalDate bucketOf(LocalDate day) {
            return day;
        }

        @Override
        public LocalDate startOf(LocalDate day) {
            return oldest(day);
        }

        @Override
        public LocalDate endOf(LocalDate day) {
            return day.plusDays(1);
        }

        @Override
        public boolean counts(LocalDate bucket, LocalDate day) {
            return !bucket.isBefore(oldest(day)) && !bucket.isAfter(day);
        }

        @Override
        public LocalDate oldest(LocalDate day) {
            return day.minusDays(days - 1L);
        }

        @Override
        public long sum(SortedMap<LocalDate, Long> earned, LocalDate day) {
            return earned.subMap(oldest(day), day.plusDays(1)).values().stream().reduce(0L, Math::addExact);
        }

        /** Nothing: what has left the window is gone. */
        @Override
        public long before(SortedMap<LocalDate, Long> earned, LocalDate day) {
            return 0;
        }

        /** The first day after the given one on which less than the threshold counts, when nothing more is earned. */
        Optional<LocalDate> firstBelow(SortedMap<LocalDate, Long> earned, LocalDate after, long threshold) {
            LocalDate day = after.plusDays(1);
            long left = sum(earned, day);
            if (left < threshold) {
                return Optional.of(day);
            }
            for (Map.Entry<LocalDate, Long> bucket :
                    earned.subMap(oldest(day), day.plusDays(1)).entrySet()) {
                left -= bucket.getValue();
                if (left < threshold) {
                    return Optional.of(bucket.getKey().plusDays(days));
                }
            }
            return Optional.empty();
        }
    }
}
