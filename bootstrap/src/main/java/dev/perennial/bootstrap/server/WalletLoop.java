package dev.perennial.bootstrap.server;

import dev.perennial.application.loyalty.wallet.WalletWatches;
import java.time.Duration;

/** Looks through the wallets that somebody watches. */
public final class WalletLoop implements AutoCloseable {

    /** Whoever watches is told within a second. */
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final BackgroundLoop loop;

    public WalletLoop(WalletWatches watches) {
        this.loop = new BackgroundLoop("wallet-loop", PAUSE, () -> {
            watches.look();
            return false;
        });
    }

    @Override
    public void close() {
        loop.close();
    }
}
