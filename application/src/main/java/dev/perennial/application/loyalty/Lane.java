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
        List<CommandSet> putOff = new ArrayList<>();
        byTenant.forEach((tenant, waiting) -> putOff.addAll(attempt(CommandSet.fresh(tenant, waiting))));
        putOff.forEach(this::attempt);
    }

    /** @return what was put off and has to be run before any later command of the same members */
    private List<CommandSet> attempt(CommandSet set) {
        Batch.Outcome outcome;
        try {
            outcome = storage.transact(
                    tx -> new Batch(set.tenant(), set.commands(), tx, clock.instant(), set.withHistory()).run(catalog));
        } catch (RuntimeException | Error failure) {
            return afterFailure(set.after(failure), failure);
        }
        outcome.replies().forEach(Runnable::run);
        return CommandSet.lookingBack(set.tenant(), outcome.putOff());
    }

    private List<CommandSet> afterFailure(CommandSet set, Throwable failure) {
        return switch (failure) {
            case StorageException.Conflict lost -> retry(set, lost);
            case StorageException.OutcomeUnknown unknown -> retry(set, unknown);
            case StorageException.Unavailable down -> failed(set, down);
            default -> isolate(set, failure);
        };
    }

    private List<CommandSet> retry(CommandSet set, StorageException failure) {
        if (set.tries() == 1 || (set.isSingle() && set.tries() < ALONE_TRIES_MAX)) {
            LockSupport.parkNanos(BACKOFF_NANOS * set.tries() * (index + 1));
            return attempt(set.again());
        }
        return set.isSingle() ? failed(set, failure) : inHalves(set);
    }

    private List<CommandSet> isolate(CommandSet set, Throwable rejected) {
        if (!set.isSingle()) {
            return inHalves(set);
        }
        if (rejected instanceof StorageException.OrderExists) {
            // Its own row would have been met by its key, which was free: certain even after an unknown outcome.
            set.single()
                    .refused(Refusal.orderAlreadyRecorded(set.single().command().orderId()));
            return List.of();
        }
        return failed(set, rejected);
    }

    /** What the first half puts off comes before the second half, which may have later commands of the same members. */
    private List<CommandSet> inHalves(CommandSet set) {
        set.halves().forEach(half -> attempt(half).forEach(this::attempt));
        return List.of();
    }

    private static List<CommandSet> failed(CommandSet set, Throwable failure) {
        set.fail(failure);
        return List.of();
    }
}
