package dev.perennial.application.loyalty;

import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.StorageException;
import dev.perennial.application.storage.Storage;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.TenantId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs sets of commands, each set of one tenant in one transaction. What a failed transaction costs depends on why it
 * failed: lost to others, it is repeated once as a whole and then in halves; refused by the database, it is halved at
 * once until the culprit stands alone. Decisions are computed anew each time.
 */
final class Lane {

    private static final int ALONE_TRIES_MAX = 6;
    private static final long BACKOFF_NANOS = 3_000_000;

    private final Storage storage;
    private final ProgramCatalog catalog;
    private final InstantSource clock;
    private final int index;

    /**
     * @param index the lane's number, which spreads the pauses of lanes that lost to each other
     */
    Lane(Storage storage, ProgramCatalog catalog, InstantSource clock, int index) {
        this.storage = storage;
        this.catalog = catalog;
        this.clock = clock;
        this.index = index;
    }

    /** Runs the commands and completes each one's reply, whatever happens. */
    void run(List<Waiting> commands) {
        Map<TenantId, List<Waiting>> byTenant = new LinkedHashMap<>();
        commands.forEach(waiting -> byTenant.computeIfAbsent(waiting.command().tenant(), tenant -> new ArrayList<>())
                .add(waiting));
        byTenant.forEach((tenant, set) -> attempt(tenant, set, false, 1));
    }

    private void attempt(TenantId tenant, List<Waiting> set, boolean withHistory, int tries) {
        try {
            Batch.Outcome outcome =
                    storage.transact(tx -> new Batch(tenant, set, tx, clock.instant(), withHistory).run(catalog));
            outcome.replies().forEach(Runnable::run);
            outcome.putOff().forEach(waiting -> attempt(tenant, List.of(waiting), true, 1));
        } catch (StorageException.Conflict | StorageException.OutcomeUnknown again) {
            retry(tenant, set, withHistory, tries, again);
        } catch (StorageException.Unavailable down) {
            set.forEach(waiting -> waiting.failed(down));
        } catch (RuntimeException rejected) {
            isolate(tenant, set, withHistory, rejected);
        }
    }

    private void retry(TenantId tenant, List<Waiting> set, boolean withHistory, int tries, StorageException failure) {
        if (tries == 1 || (set.size() == 1 && tries < ALONE_TRIES_MAX)) {
            LockSupport.parkNanos(BACKOFF_NANOS * tries * (index + 1));
            attempt(tenant, set, withHistory, tries + 1);
        } else if (set.size() > 1) {
            halve(tenant, set, withHistory);
        } else {
            set.getFirst().failed(failure);
        }
    }

    private void isolate(TenantId tenant, List<Waiting> set, boolean withHistory, RuntimeException rejected) {
        if (set.size() > 1) {
            halve(tenant, set, withHistory);
        } else if (rejected instanceof StorageException.OrderExists) {
            Waiting waiting = set.getFirst();
            waiting.refused(Refusal.orderAlreadyRecorded(waiting.command().orderId()));
        } else {
            set.getFirst().failed(rejected);
        }
    }

    private void halve(TenantId tenant, List<Waiting> set, boolean withHistory) {
        int middle = set.size() / 2;
        attempt(tenant, set.subList(0, middle), withHistory, 1);
        attempt(tenant, set.subList(middle, set.size()), withHistory, 1);
    }
}
