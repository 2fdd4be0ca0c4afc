package dev.perennial.bootstrap.command.sending;

import dev.perennial.bootstrap.command.client.CommandFailure;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long a command keeps trying: pauses that double, with jitter, until nothing has worked for a minute. */
public final class Patience {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration PAUSE_MAX = Duration.ofSeconds(4);
    private static final Duration GIVE_UP_AFTER = Duration.ofSeconds(60);

    private int failures;
    private long firstFailureNanos;

    public void worked() {
        failures = 0;
    }

    /**
     * Waits before the next try.
     *
     * @throws CommandFailure when it has been long enough
     */
    public void pause(String trouble) throws InterruptedException {
        long now = System.nanoTime();
        if (failures == 0) {
            firstFailureNanos = now;
        }
        if (now - firstFailureNanos > GIVE_UP_AFTER.toNanos()) {
            throw new CommandFailure("gave up after " + GIVE_UP_AFTER.toSeconds() + " s without success (" + trouble
                    + "); run the same command again: it goes on where it stopped and doubles nothing");
        }
        long limit = Math.min(FIRST_PAUSE.toMillis() << Math.min(failures, 10), PAUSE_MAX.toMillis());
        failures++;
        Thread.sleep(limit / 2 + ThreadLocalRandom.current().nextLong(limit / 2 + 1));
    }
}
