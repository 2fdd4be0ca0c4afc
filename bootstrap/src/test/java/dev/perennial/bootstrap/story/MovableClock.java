package dev.perennial.bootstrap.story;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a story moves it. */
final class MovableClock implements InstantSource {

    private final AtomicReference<Instant> now;

    MovableClock(Instant start) {
        this.now = new AtomicReference<>(start);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    void set(Instant moment) {
        now.set(moment);
    }

    void advance(Duration duration) {
        now.updateAndGet(moment -> moment.plus(duration));
    }
}
