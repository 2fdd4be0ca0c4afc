package dev.perennial.bootstrap.server;

import dev.perennial.application.loyalty.DuePoller;
import dev.perennial.application.loyalty.DuePoller.Failure;
import dev.perennial.application.loyalty.DuePoller.Polled;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for what is due: at once again while that is of use, otherwise once a second. */
public final class DueLoop implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DueLoop.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final DuePoller poller;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    public DueLoop(DuePoller poller) {
        this.poller = poller;
        this.thread = Thread.ofPlatform().name("due-loop").daemon().start(this::run);
    }

    private void run() {
        try {
            while (closing.getCount() > 0) {
                if (!goOn()) {
                    closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean goOn() {
        try {
            Polled polled = poller.pollOnce();
            tell(polled.failures());
            return polled.goOn();
        } catch (RuntimeException failure) { // the database may be away for a while; what is due stays due
            log.warn("looking for what is due failed: {}", failure.getMessage());
            return false;
        }
    }

    /** Each member's first failure, and an outage once a page: what goes on failing is said already. */
    private static void tell(List<Failure> failures) {
        failures.stream()
                .filter(failure -> failure.times() == 1)
                .forEach(failure -> log.warn(
                        "member number {} of tenant {} could not be advanced and is tried again later: {}",
                        failure.number(),
                        failure.tenant().value(),
                        described(failure.cause())));
        List<Failure> outage =
                failures.stream().filter(failure -> failure.times() == 0).toList();
        if (!outage.isEmpty()) {
            log.warn(
                    "{} members could not be advanced: {}",
                    outage.size(),
                    described(outage.getFirst().cause()));
        }
    }

    /** Of what lies deeper only the class: a database quotes rows in its messages. */
    private static String described(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null
                ? failure.toString()
                : failure + " (" + cause.getClass().getName() + ")";
    }

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
