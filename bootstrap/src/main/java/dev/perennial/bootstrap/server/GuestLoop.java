package dev.perennial.bootstrap.server;

import dev.perennial.application.activity.GuestActivities;
import java.time.Duration;
import java.time.InstantSource;

/** Deletes orders of guests that nobody has claimed in time. */
public final class GuestLoop implements AutoCloseable {

    /** Nobody can claim them any more, so that they are there for some minutes more is seen by nobody. */
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final BackgroundLoop loop;

    public GuestLoop(GuestActivities guests, InstantSource clock) {
        this.loop = new BackgroundLoop("guest-loop", PAUSE, () -> guests.deleteOver(clock.instant()));
    }

    @Override
    public void close() {
        loop.close();
    }
}
