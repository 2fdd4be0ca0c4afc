package dev.perennial.grpc.loyalty;

import dev.perennial.application.loyalty.wallet.WalletWatches.Watcher;
import dev.perennial.contract.loyalty.v1.Wallet;
import dev.perennial.contract.loyalty.v1.WatchWalletResponse;
import dev.perennial.domain.loyalty.WalletNow;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import java.util.function.Function;

/** Sends a wallet to whoever watches it, as often as it is another one and the caller reads. */
final class WalletStream implements Watcher {

    private final ServerCallStreamObserver<WatchWalletResponse> observer;
    private final Function<WalletNow, Wallet> translation;
    private final Function<Throwable, StatusRuntimeException> failures;
    private String etag;
    private boolean over;

    /** @param etag of the wallet that the caller has; empty for none */
    WalletStream(
            ServerCallStreamObserver<WatchWalletResponse> observer,
            Function<WalletNow, Wallet> translation,
            Function<Throwable, StatusRuntimeException> failures,
            String etag) {
        this.observer = observer;
        this.translation = translation;
        this.failures = failures;
        this.etag = etag;
    }

    @Override
    public boolean isReady() {
        return observer.isReady();
    }

    @Override
    public synchronized void changed(WalletNow now) {
        Wallet wallet = translation.apply(now);
        if (!over && !wallet.getEtag().equals(etag)) {
            etag = wallet.getEtag();
            observer.onNext(WatchWalletResponse.newBuilder().setWallet(wallet).build());
        }
    }

    @Override
    public synchronized void ended(RuntimeException cause) {
        if (!over) {
            over = true;
            observer.onError(failures.apply(cause));
        }
    }
}
