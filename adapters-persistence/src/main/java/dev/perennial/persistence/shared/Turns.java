package dev.perennial.persistence.shared;

import dev.perennial.application.shared.Overloaded;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets a few work at once and the others wait, in the order in which they came, but not for ever. */
final class Turns {

    private final Semaphore free;
    private final Duration longestWait;

    Turns(int atOnce, Duration longestWait) {
        this.free = new Semaphore(atOnce, true);
        this.longestWait = longestWait;
    }

    /** @throws Overloaded when no turn came in time */
    <T> T take(Supplier<T> work) {
        if (!acquired()) {
            throw new Overloaded("too many reports at once");
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }

    private boolean acquired() {
        try {
            return free.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
