package dev.perennial.bootstrap.server;

import dev.perennial.application.loyalty.Replanning;
import dev.perennial.application.storage.Replan;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes versions known to members: step by step as long as there is any to do, otherwise it looks once a second. */
public final class ReplanLoop implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ReplanLoop.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** A line for each 50,000 members: every few seconds, and none for a small business but the last. */
    private static final int STEPS_TOLD = 100;

    private final Replanning replanning;
    private final BackgroundLoop loop;
    private int steps;

    public ReplanLoop(Replanning replanning) {
        this.replanning = replanning;
        this.loop = new BackgroundLoop("replan-loop", PAUSE, this::step);
    }

    private boolean step() {
        Optional<Replan> replan = replanning.step();
        replan.ifPresent(this::tell);
        return replan.isPresent();
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
        loop.close();
    }
}
