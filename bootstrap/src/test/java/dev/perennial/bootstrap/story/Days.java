package dev.perennial.bootstrap.story;

import java.time.Duration;
import java.time.Instant;

/** Moments and money of stories: day 0 is 09:00 (UTC) of 5 January 2026. */
final class Days {

    private Days() {}

    static Instant day(int number) {
        return Platform.START.plus(Duration.ofDays(number));
    }

    static Duration days(int number) {
        return Duration.ofDays(number);
    }

    /** Whole euros in cents. */
    static long euros(long amount) {
        return amount * 100;
    }
}
