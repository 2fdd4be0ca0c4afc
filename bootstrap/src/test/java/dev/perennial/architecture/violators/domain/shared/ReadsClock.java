package dev.perennial.architecture.violators.domain.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/** Each method reads the time in another way. */
final class ReadsClock {

    private ReadsClock() {}

    static Instant instantNow() {
        return Instant.now();
    }

    static LocalDate localDateNow() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    static Instant systemClock() {
        return Clock.systemUTC().instant();
    }

    static Instant tick() {
        return Clock.tickSeconds(ZoneOffset.UTC).instant();
    }

    static Instant systemSource() {
        return InstantSource.system().instant();
    }

    static long millis() {
        return System.currentTimeMillis();
    }

    static long nanos() {
        return System.nanoTime();
    }

    static Supplier<Instant> referenced() {
        return Instant::now;
    }
}
