package dev.perennial.bootstrap.server;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does a piece of work again and again: at once while that is of use, otherwise after a pause. */
final class BackgroundLoop implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(BackgroundLoop.class);

    private final String name;
    private final Duration pause;
    private final BooleanSupplier work;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    /**
     * Starts it.
     *
     * @param work returns whether it is worth doing again at once
     */
    BackgroundLoop(String name, Duration pause, BooleanSupplier work) {
        this.name = name;
        this.pause = pause;
        this.work = work;
        this.thread = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    private void run() {
        try {
            while (closing.getCount() > 0) {
                if (!goOn()) {
                    closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean goOn() {
        try {
            return work.getAsBoolean();
        } catch (RuntimeException failure) { // the database may be away for a while; what is to be done stays so
            log.warn("{} failed and is tried again: {}", name, failure.getMessage());
            return false;
        }
    }

    /** Lets the piece of work end that is being done, and does no other. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
