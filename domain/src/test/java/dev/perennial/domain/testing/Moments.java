package dev.perennial.domain.testing;

import java.time.Duration;
import java.time.Instant;

/** Moments of stories: day 0 is noon (UTC) of 1 January 2026. */
public final class Moments {

    public static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    private Moments() {}

    public static Instant day(int number) {
        return START.plus(days(number));
    }

    public static Instant at(String iso) {
        return Instant.parse(iso);
    }

    public static Duration days(int number) {
        return Duration.ofDays(number);
    }

    public static Duration hours(int number) {
        return Duration.ofHours(number);
    }
}
