package dev.perennial.application.loyalty;

import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Answer;
import dev.perennial.application.shared.Backoff;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.RequestKey;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Where commands wait to be decided together. A member always has the same lane, so two commands for one member never
 * meet in two transactions of this process; calls with a key that is already on its way wait for that one's reply.
 */
public final class Lanes implements AutoCloseable {

    private final List<LaneQueue> queues = new ArrayList<>();
    private final ConcurrentMap<InFlight, Waiting> inFlight = new ConcurrentHashMap<>();
    private final ClockWatch watch;

    private record InFlight(TenantId tenant, RequestKey key) {}

    /**
     * @param lanes how many transactions run at once at most; about twice the cores
     */
    public Lanes(Storage storage, ProgramCatalog catalog, TenantTime time, Backoff backoff, int lanes) {
        this(storage, catalog, time, backoff, lanes, LaneLimits.USUAL);
    }

    Lanes(Storage storage, ProgramCatalog catalog, TenantTime time, Backoff backoff, int lanes, LaneLimits limits) {
        watch = new ClockWatch(storage, time, backoff, tenant -> queues.forEach(queue -> queue.resume(tenant)));
        for (int i = 0; i < lanes; i++) {
            queues.add(new LaneQueue("lane-" + i, new Lane(storage, catalog, time, backoff), limits, watch::watch));
        }
    }

    /**
     * Hands a command over.
     *
     * @return its reply once it is committed or refused. It fails with a
     *     {@link dev.perennial.application.shared.StorageException} when storage does, and with
     *     {@link dev.perennial.application.shared.Overloaded} when too much waits already or the lanes are closing
     */
    public CompletableFuture<Result<Answer>> submit(MemberCommand command) {
        Waiting waiting = Waiting.on(command);
        return command.identity().isPresent()
                ? joined(waiting, command.identity().get())
                : enqueue(waiting);
    }

    /**
     * Applies what is due for a member by its tenant's time, also while that is being advanced.
     *
     * @return whether anything was; it fails as {@link #submit} does
     */
    public CompletableFuture<Boolean> advance(TenantId tenant, MemberId member) {
        AdvanceMember command = new AdvanceMember(tenant, member);
        return submit(command).thenApply(answer -> command.hadEffect());
    }

    private CompletableFuture<Result<Answer>> joined(Waiting waiting, Identity identity) {
        InFlight key = new InFlight(waiting.command().tenant(), identity.key());
        Waiting first = inFlight.putIfAbsent(key, waiting);
        if (first == null) {
            return enqueue(waiting).whenComplete((result, failure) -> inFlight.remove(key, waiting));
        }
        if (first.command().onlyLooks()) {
            return first.reply().handle((result, failure) -> result).thenCompose(result -> {
                inFlight.remove(key, first);
                return submit(waiting.command());
            });
        }
        return first.carries(identity)
                ? first.reply().thenApply(Lanes::repeated)
                : first.reply().handle((result, failure) -> result).thenCompose(result -> {
                    // Who waits is told before who cleans up: asked again, this call must not meet the first.
                    inFlight.remove(key, first);
                    return afterAnother(result, waiting);
                });
    }

    /** The same request: what the first one came to is what this one came to. */
    private static Result<Answer> repeated(Result<Answer> first) {
        return first.map(answer -> new Answer(answer.reply(), true));
    }

    /** Another request under the same key: refused if the first had an effect, decided for itself if not. */
    private CompletableFuture<Result<Answer>> afterAnother(@Nullable Result<Answer> first, Waiting waiting) {
        return first instanceof Result.Ok<Answer>
                ? CompletableFuture.completedFuture(Result.refused(Refusal.keyReused()))
                : submit(waiting.command());
    }

    private CompletableFuture<Result<Answer>> enqueue(Waiting waiting) {
        MemberCommand command = waiting.command();
        int hash = 31 * command.tenant().hashCode() + command.member().hashCode();
        queues.get(Math.floorMod(hash ^ (hash >>> 16), queues.size())).add(waiting);
        return waiting.reply();
    }

    /** How many commands wait, over all lanes. */
    public int waiting() {
        return queues.stream().mapToInt(LaneQueue::size).sum();
    }

    /**
     * Takes no more commands, finishes those that wait, turns away those that wait for a clock, and returns when all are
     * answered.
     */
    @Override
    public void close() {
        watch.close();
        queues.forEach(LaneQueue::stopTaking);
        queues.forEach(LaneQueue::awaitEmpty);
    }
}
