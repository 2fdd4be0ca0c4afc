package dev.perennial.application.shared;

import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/**
 * The pause before what was lost to others is tried again: twice as long after each failure, from 3 ms to 100 ms, of
 * which chance takes away up to a half. Without chance, those who lost to each other would meet again.
 */
public final class Backoff {

    private static final long FIRST_NANOS = 3_000_000;
    private static final long LONGEST_NANOS = 100_000_000;
    private static final int DOUBLINGS_MAX = 10;

    private final RandomGenerator chance;

    /** @param chance used by several threads at once */
    public Backoff(RandomGenerator chance) {
        this.chance = chance;
    }

    /** @param failures how often it has failed, at least once */
    public void pause(int failures) {
        LockSupport.parkNanos(nanos(failures));
    }

    long nanos(int failures) {
        long most = Math.min(FIRST_NANOS << Math.min(failures - 1, DOUBLINGS_MAX), LONGEST_NANOS);
        return most - chance.nextLong(most / 2);
    }
}
