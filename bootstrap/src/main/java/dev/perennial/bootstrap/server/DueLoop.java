package dev.perennial.bootstrap.server;

import dev.perennial.application.loyalty.DuePoller;
import dev.perennial.application.loyalty.DuePoller.Failure;
import dev.perennial.application.loyalty.DuePoller.Polled;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for what is due: at once again while that is of use, otherwise once a second. */
public final class DueLoop implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DueLoop.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final DuePoller poller;
    private final BackgroundLoop loop;

    public DueLoop(DuePoller poller) {
        this.poller = poller;
        this.loop = new BackgroundLoop("due-loop", PAUSE, this::goOn);
    }

    private boolean goOn() {
        Polled polled = poller.pollOnce();
        tell(polled.failures());
        return polled.goOn();
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
        loop.close();
    }
}
