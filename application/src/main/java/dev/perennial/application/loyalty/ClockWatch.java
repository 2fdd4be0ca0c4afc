package dev.perennial.application.loyalty;

import dev.perennial.application.shared.Backoff;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.domain.shared.TenantId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Looks again and again whether clocks that were found moving stand, whichever process moves them: at first after
 * milliseconds, soon ten times a second or so.
 */
final class ClockWatch {

    private final Storage storage;
    private final TenantTime time;
    private final Backoff backoff;
    private final Consumer<TenantId> whenStanding;
    private final Set<TenantId> watched = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    ClockWatch(Storage storage, TenantTime time, Backoff backoff, Consumer<TenantId> whenStanding) {
        this.storage = storage;
        this.time = time;
        this.backoff = backoff;
        this.whenStanding = whenStanding;
    }

    /** From the next moment at which the tenant's clock stands, tells so once. */
    void watch(TenantId tenant) {
        if (watched.add(tenant)) {
            Thread.ofVirtual().name("clock-watch-" + tenant.value()).start(() -> look(tenant));
        }
    }

    private void look(TenantId tenant) {
        for (int looks = 1; !closed && isMoving(tenant); looks++) {
            backoff.pause(looks);
        }
        // Removed before it is told: whoever begins to wait in between is either told now or watched for anew.
        watched.remove(tenant);
        whenStanding.accept(tenant);
    }

    private boolean isMoving(TenantId tenant) {
        try {
            return storage.read(tx -> time.read(tx, tenant).moving());
        } catch (RuntimeException away) { // whoever waits learns the same by trying
            return false;
        }
    }

    void close() {
        closed = true;
    }
}
