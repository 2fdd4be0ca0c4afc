package dev.perennial.application.sandbox;

import dev.perennial.application.loyalty.DueMembers.DueMember;
import dev.perennial.application.shared.Overloaded;
import dev.perennial.application.storage.SandboxClocks.Turn;
import dev.perennial.domain.shared.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One advance of a clock, as an event loop over the whole tenant: the earliest due moment of any member, everything due
 * at it, what follows from that for others until all is quiet, then the next.
 */
final class ClockAdvance {

    /** Well within the time for which a turn is lent. */
    private static final int RENEWAL_SECONDS = 3;

    /** So often may all who are due have been advanced by somebody else before they were reached. */
    private static final int IDLE_STEPS_MAX = 3;

    private final SandboxWork work;
    private final ClockTurns turns;
    private final TenantId tenant;
    private final Instant to;
    private final Observer observer;

    ClockAdvance(SandboxWork work, ClockTurns turns, TenantId tenant, Instant to, Observer observer) {
        this.work = work;
        this.turns = turns;
        this.tenant = tenant;
        this.to = to;
        this.observer = observer;
    }

    /** Goes as far as the observer waits, and gives the turn back in any case. */
    Progress run(Turn turn) {
        try {
            return loop(turn);
        } catch (RuntimeException | Error failure) {
            endAfter(failure, turn);
            throw failure;
        }
    }

    private Progress loop(Turn turn) {
        Progress progress = new Progress(turn.clock(), 0, 0);
        int idleSteps = 0;
        planAgain(turn, progress.clock());
        while (!observer.isGone()) {
            react(turn, progress.clock());
            List<DueMember> due = work.due(tenant, to);
            if (due.isEmpty()) {
                if (planAgain(turn, progress.clock())) {
                    continue;
                }
                turns.arrive(turn, to);
                return new Progress(to, progress.moments(), progress.members());
            }
            Progress next = step(turn, progress, due);
            idleSteps = next.members() == progress.members() ? idleSteps + 1 : 0;
            if (idleSteps > IDLE_STEPS_MAX) {
                throw new IllegalStateException("members stay due whatever is done: nobody would ever arrive");
            }
            observer.reached().accept(next);
            progress = next;
        }
        turns.end(turn);
        return progress;
    }

    /** A version that was applied may be the reason why members are due: they have to know of it first. */
    private boolean planAgain(Turn turn, Instant clock) {
        boolean any = false;
        while (!observer.isGone() && work.planAgain(tenant)) {
            any = true;
            turns.move(turn, clock);
        }
        return any;
    }

    /** Moves the clock to the earliest moment and advances those who are due at it, or as many of them as are known. */
    private Progress step(Turn turn, Progress before, List<DueMember> due) {
        Instant earliest = due.getFirst().at();
        boolean left = !earliest.isAfter(before.clock()); // by an advance that was cut off, or by a page that was full
        Instant clock = left ? before.clock() : earliest;
        turns.move(turn, clock);
        List<CompletableFuture<Boolean>> advances = due.stream()
                .filter(member -> !member.at().isAfter(clock))
                .map(member -> work.advance(tenant, member))
                .toList();
        await(CompletableFuture.allOf(advances.toArray(CompletableFuture<?>[]::new)), turn, clock);
        long members = advances.stream().filter(CompletableFuture::join).count();
        boolean counted = left && before.moments() > 0;
        return new Progress(clock, before.moments() + (counted ? 0 : 1), before.members() + members);
    }

    private void react(Turn turn, Instant clock) {
        while (work.react(tenant)) {
            turns.move(turn, clock);
        }
    }

    /** Those who are advanced may have to wait for others in their lanes; the turn must not run out meanwhile. */
    private void await(CompletableFuture<Void> all, Turn turn, Instant clock) {
        while (true) {
            try {
                all.get(RENEWAL_SECONDS, TimeUnit.SECONDS);
                return;
            } catch (TimeoutException busy) {
                turns.move(turn, clock);
            } catch (ExecutionException failure) {
                throw new CompletionException(failure.getCause());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new Overloaded("about to stop");
            }
        }
    }

    private void endAfter(Throwable failure, Turn turn) {
        try {
            turns.end(turn);
        } catch (RuntimeException alsoFailed) { // then the turn runs out by itself
            failure.addSuppressed(alsoFailed);
        }
    }
}
