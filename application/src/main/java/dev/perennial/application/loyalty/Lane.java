package dev.perennial.application.loyalty;

import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Backoff;
import dev.perennial.application.shared.Overloaded;
import dev.perennial.application.shared.StorageException;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantClock;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.application.storage.Transaction;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.TenantId;
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
    private final TenantTime time;
    private final Backoff backoff;

    /** What has to wait for a clock, of the commands that are just being run. */
    private final Map<TenantId, List<Waiting>> stalled = new LinkedHashMap<>();

    Lane(Storage storage, ProgramCatalog catalog, TenantTime time, Backoff backoff) {
        this.storage = storage;
        this.catalog = catalog;
        this.time = time;
        this.backoff = backoff;
    }

    /**
     * Runs the commands and completes each one's reply, whatever happens. Not for two threads at once.
     *
     * @return those of which nothing was looked at yet because their tenant's clock is being advanced, in their order
     */
    Map<TenantId, List<Waiting>> run(List<Waiting> commands) {
        stalled.clear();
        Map<TenantId, List<Waiting>> byTenant = new LinkedHashMap<>();
        commands.forEach(waiting -> byTenant.computeIfAbsent(waiting.command().tenant(), tenant -> new ArrayList<>())
                .add(waiting));
        List<CommandSet> putOff = new ArrayList<>();
        byTenant.forEach((tenant, waiting) -> putOff.addAll(attempt(CommandSet.fresh(tenant, waiting))));
        putOff.forEach(this::attempt);
        return Map.copyOf(stalled);
    }

    /** @return what was put off and has to be run before any later command of the same members */
    private List<CommandSet> attempt(CommandSet set) {
        if (set.patience().isOver()) {
            return failed(set, new Overloaded("others hold too many of the rows"));
        }
        Outcome outcome;
        try {
            outcome = storage.transact(tx -> decided(tx, set));
        } catch (RuntimeException | Error failure) {
            return afterFailure(set.after(failure), failure);
        }
        outcome.batch().replies().forEach(Runnable::run);
        stall(set, outcome.stalled());
        return set.lookingBack(outcome.batch().putOff());
    }

    private record Outcome(Batch.Outcome batch, List<Waiting> stalled) {}

    /** Once one of the tenant's commands has to wait, the later ones do, too: a member's commands keep their order. */
    private Outcome decided(Transaction tx, CommandSet set) {
        catalog.meet(tx, set.tenant());
        TenantClock clock = time.read(tx, set.tenant());
        boolean wait = clock.moving() || stalled.containsKey(set.tenant());
        List<Waiting> ready = wait ? set.where(waiting -> !waiting.waitsForClock()) : set.commands();
        Batch batch = new Batch(set.tenant(), ready, tx, clock.now(), set.withHistory());
        return new Outcome(batch.run(catalog), wait ? set.where(MemberCommand::waitsForClock) : List.of());
    }

    private void stall(CommandSet set, List<Waiting> waiting) {
        if (set.inDoubt()) {
            // It may have happened already: whoever asks again learns that at once or waits in turn.
            waiting.forEach(each ->
                    each.failed(new StorageException.OutcomeUnknown(new Overloaded("the clock is being advanced"))));
        } else if (!waiting.isEmpty()) {
            stalled.computeIfAbsent(set.tenant(), tenant -> new ArrayList<>()).addAll(waiting);
        }
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
        if (rejected instanceof StorageException.IdentifierTaken) {
            set.single().refused(Refusal.identifierTaken()); // its key was free, too
            return List.of();
        }
        if (rejected instanceof StorageException.CodeTaken
                && !set.single().command().claimedCodes().isEmpty()) {
            set.single().refused(Refusal.codeTaken());
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
