package dev.perennial.application.loyalty;

import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Backoff;
import dev.perennial.application.shared.Overloaded;
import dev.perennial.application.shared.StorageException;
import dev.perennial.application.storage.Storage;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.TenantId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs sets of commands, each set of one tenant in one transaction. What a failed transaction costs depends on why it
 * failed: lost to others, it is repeated once as a whole and then in parts, each tried once, until the culprit stands
 * alone; refused by the database, it is taken apart at once. Decisions are computed anew each time.
 *
 * <p>No command is in more than {@value #LOST_MAX} transactions that are lost to others. Since a row is waited for two
 * seconds at most, one row that others hold stops its lane for twelve seconds; and however many rows others hold, ten
 * transactions, or twenty seconds, is all that the lane loses for one tenant before it turns the rest away.
 */
final class Lane {

    private static final int LOST_MAX = 6;

    private final Storage storage;
    private final ProgramCatalog catalog;
    private final InstantSource clock;
    private final Backoff backoff;

    Lane(Storage storage, ProgramCatalog catalog, InstantSource clock, Backoff backoff) {
        this.storage = storage;
        this.catalog = catalog;
        this.clock = clock;
        this.backoff = backoff;
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
        if (set.patience().isOver()) {
            return failed(set, new Overloaded("others hold too many of the rows"));
        }
        Batch.Outcome outcome;
        try {
            outcome = storage.transact(
                    tx -> new Batch(set.tenant(), set.commands(), tx, clock.instant(), set.withHistory()).run(catalog));
        } catch (RuntimeException | Error failure) {
            return afterFailure(set.after(failure), failure);
        }
        outcome.replies().forEach(Runnable::run);
        return set.lookingBack(outcome.putOff());
    }

    private List<CommandSet> afterFailure(CommandSet set, Throwable failure) {
        return switch (failure) {
            case StorageException.Conflict lost -> retry(set.afterLosing(), lost);
            case StorageException.OutcomeUnknown unknown -> retry(set.afterLosing(), unknown);
            case StorageException.Unavailable down -> failed(set, down);
            default -> isolate(set, failure);
        };
    }

    private List<CommandSet> retry(CommandSet set, StorageException failure) {
        boolean together = set.lost() == 1 || set.isSingle();
        if (together && set.lost() == LOST_MAX) {
            return failed(set, failure);
        }
        backoff.pause(set.lost());
        return together ? attempt(set) : inParts(set);
    }

    private List<CommandSet> isolate(CommandSet set, Throwable rejected) {
        if (!set.isSingle()) {
            return inParts(set);
        }
        if (rejected instanceof StorageException.OrderExists) {
            // Its own row would have been met by its key, which was free: certain even after an unknown outcome.
            set.single()
                    .refused(Refusal.orderAlreadyRecorded(set.single().command().orderId()));
            return List.of();
        }
        return failed(set, rejected);
    }

    /** What one part puts off comes before the next part, which may have later commands of the same members. */
    private List<CommandSet> inParts(CommandSet set) {
        set.parts().forEach(part -> attempt(part).forEach(this::attempt));
        return List.of();
    }

    private static List<CommandSet> failed(CommandSet set, Throwable failure) {
        set.fail(failure);
        return List.of();
    }
}
