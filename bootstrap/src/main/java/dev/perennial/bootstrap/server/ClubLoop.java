package dev.perennial.bootstrap.server;

import dev.perennial.application.loyalty.community.ClubGoals;
import java.time.Duration;

/** Looks after clubs: what one member contributes may be a goal for all. */
public final class ClubLoop implements AutoCloseable {

    /** Whoever has reached something is told within a second. */
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final BackgroundLoop loop;

    public ClubLoop(ClubGoals goals) {
        this.loop = new BackgroundLoop("club-loop", PAUSE, () -> goals.settleSome() > 0);
    }

    @Override
    public void close() {
        loop.close();
    }
}
