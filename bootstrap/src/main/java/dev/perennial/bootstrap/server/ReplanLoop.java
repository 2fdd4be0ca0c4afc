package dev.perennial.bootstrap.server;

import dev.perennial.application.loyalty.Replanning;
import dev.perennial.application.storage.Replan;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes versions known to members: step by step as long as there is any to do, otherwise it looks once a second. */
public final class ReplanLoop implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ReplanLoop.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** A line for each 50,000 members: every few seconds, and none for a small business but the last. */
    private static final int STEPS_TOLD = 100;

    private final Replanning replanning;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private int steps;

    public ReplanLoop(Replanning replanning) {
        this.replanning = replanning;
        this.thread = Thread.ofPlatform().name("replan-loop").daemon().start(this::run);
    }

    private void run() {
        try {
            while (closing.getCount() > 0) {
                if (!step()) {
                    closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean step() {
        try {
            Optional<Replan> replan = replanning.step();
            replan.ifPresent(this::tell);
            return replan.isPresent();
        } catch (RuntimeException failure) { // the database may be away for a while; what is asked stays asked
            log.warn("planning members again failed: {}", failure.getMessage());
            return false;
        }
    }

    private void tell(Replan replan) {
        if (replan.finished() || ++steps % STEPS_TOLD == 0) {
            log.info(
                    "version {} of tenant {}: {} members are planned again, {} are left{}{}",
                    replan.version(),
                    replan.tenant().value(),
                    replan.planned(),
                    replan.left(),
                    replan.rate().map(rate -> ", " + rate + " a second").orElse(""),
                    replan.timeLeft()
                            .map(left -> ", " + left.toSeconds() + " s to go")
                            .orElse(""));
        }
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
