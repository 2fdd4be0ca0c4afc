package dev.perennial.bootstrap.server;

import dev.perennial.application.loyalty.transfer.TransferDeliveries;
import java.time.Duration;

/** Hands units to their receivers that a crash, or a database that was away, left on their way. */
public final class TransferLoop implements AutoCloseable {

    /** Whatever was sent and not received at once is received within a second. */
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final BackgroundLoop loop;

    public TransferLoop(TransferDeliveries deliveries) {
        this.loop = new BackgroundLoop("transfer-loop", PAUSE, () -> deliveries.settleAll() > 0);
    }

    @Override
    public void close() {
        loop.close();
    }
}
