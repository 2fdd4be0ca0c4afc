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
        byTenant.forEach((tenant, waiting) -> attempt(CommandSet.of(tenant, waiting, false)));
    }

    private void attempt(CommandSet set) {
        Batch.Outcome outcome;
        try {
            outcome = storage.transact(
                    tx -> new Batch(set.tenant(), set.commands(), tx, clock.instant(), set.withHistory()).run(catalog));
        } catch (RuntimeException | Error failure) {
            afterFailure(set.after(failure), failure);
            return;
        }
        outcome.replies().forEach(Runnable::run);
        outcome.putOff().forEach(waiting -> attempt(CommandSet.of(set.tenant(), List.of(waiting), true)));
    }

    private void afterFailure(CommandSet set, Throwable failure) {
        switch (failure) {
            case StorageException.Conflict lost -> retry(set, lost);
            case StorageException.OutcomeUnknown unknown -> retry(set, unknown);
            case StorageException.Unavailable down -> set.fail(down);
            default -> isolate(set, failure);
        }
    }

    private void retry(CommandSet set, StorageException failure) {
        if (set.tries() == 1 || (set.isSingle() && set.tries() < ALONE_TRIES_MAX)) {
            LockSupport.parkNanos(BACKOFF_NANOS * set.tries() * (index + 1));
            attempt(set.again());
        } else if (set.isSingle()) {
            set.fail(failure);
        } else {
            set.halves().forEach(this::attempt);
        }
    }

    private void isolate(CommandSet set, Throwable rejected) {
        if (!set.isSingle()) {
            set.halves().forEach(this::attempt);
        } else if (rejected instanceof StorageException.OrderExists) {
            // Its own row would have been met by its key, which was free: certain even after an unknown outcome.
            set.single()
                    .refused(Refusal.orderAlreadyRecorded(set.single().command().orderId()));
        } else {
            set.fail(rejected);
        }
    }
}
