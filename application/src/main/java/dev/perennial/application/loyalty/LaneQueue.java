package dev.perennial.application.loyalty;

import dev.perennial.application.shared.Overloaded;
import dev.perennial.domain.shared.TenantId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The commands that wait for one lane, and the thread that serves it. Whatever waits when the lane is idle is taken
 * together, up to a limit; nothing ever waits for a timer, so a lone command is decided at once and a crowd shares
 * commits. What finds its tenant's clock moving steps aside until it stands, so that nobody else waits for it.
 */
final class LaneQueue {

    private static final String TOO_MANY_STALLED = "too many commands wait for the clock";

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private final Stalled stalled = new Stalled();
    private final Consumer<TenantId> whenStalled;
    private final Lane lane;
    private final LaneLimits limits;
    private final Thread thread;
    private boolean taking = true;

    /** @param whenStalled told of each tenant for whose clock commands wait; {@link #resume} is to follow */
    LaneQueue(String name, Lane lane, LaneLimits limits, Consumer<TenantId> whenStalled) {
        this.lane = lane;
        this.whenStalled = whenStalled;
        this.limits = limits;
        this.thread = Thread.ofPlatform().name(name).daemon().start(this::serve);
    }

    /**
     * Refuses outside of the lock: who is told may turn to another lane at once, and two lanes could wait for each
     * other.
     */
    void add(Waiting waiting) {
        Overloaded refusal = put(waiting);
        if (refusal != null) {
            waiting.failed(refusal);
        }
    }

    private @Nullable Overloaded put(Waiting waiting) {
        lock.lock();
        try {
            if (!taking) {
                return new Overloaded("draining");
            }
            if (queue.size() >= limits.waiting()) {
                return new Overloaded("too many commands wait");
            }
            queue.addLast(waiting);
            changed.signal();
            return null;
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return queue.size() + stalled.size();
        } finally {
            lock.unlock();
        }
    }

    void stopTaking() {
        lock.lock();
        try {
            taking = false;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    void awaitEmpty() {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve() {
        for (Taken next = take(); !next.isEmpty(); next = take()) {
            turnAway(next.turnedAway(), TOO_MANY_STALLED);
            List<Waiting> commands = next.commands();
            try {
                lane.run(commands).forEach(this::stall);
            } catch (RuntimeException | Error bug) { // the lane must outlive anything; nobody may wait for ever
                commands.forEach(waiting -> waiting.failed(bug));
            }
        }
        turnAway(removeAllStalled(), "draining");
    }

    private void stall(TenantId tenant, List<Waiting> commands) {
        int room;
        lock.lock();
        try {
            room = Math.clamp(limits.stalled() - stalled.size(), 0, commands.size());
            stalled.add(tenant, commands.subList(0, room));
        } finally {
            lock.unlock();
        }
        turnAway(commands.subList(room, commands.size()), TOO_MANY_STALLED);
        whenStalled.accept(tenant);
    }

    /** The tenant's clock stands: what waited for it comes before whatever came later. */
    void resume(TenantId tenant) {
        lock.lock();
        try {
            if (taking) { // otherwise they are turned away when the lane ends
                stalled.remove(tenant).reversed().forEach(queue::addFirst);
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private List<Waiting> removeAllStalled() {
        lock.lock();
        try {
            return stalled.removeAll();
        } finally {
            lock.unlock();
        }
    }

    private static void turnAway(List<Waiting> commands, String why) {
        commands.forEach(waiting -> waiting.failed(new Overloaded(why)));
    }

    /**
     * What was taken from those that wait.
     *
     * @param turnedAway those that would have to step aside, where there is no room any more
     */
    private record Taken(List<Waiting> commands, List<Waiting> turnedAway) {

        boolean isEmpty() {
            return commands.isEmpty() && turnedAway.isEmpty();
        }
    }

    /** Waits for commands; nothing taken means that none will come any more. */
    private Taken take() {
        lock.lock();
        try {
            Taken taken = new Taken(new ArrayList<>(), new ArrayList<>());
            while (taken.isEmpty() && (taking || !queue.isEmpty())) {
                while (queue.isEmpty() && taking) {
                    changed.awaitUninterruptibly();
                }
                takeInto(taken);
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private void takeInto(Taken taken) {
        int weight = 0;
        while (!queue.isEmpty() && taken.commands().size() < limits.commands() && weight < limits.weight()) {
            Waiting waiting = queue.removeFirst();
            if (!stalled.holdsUp(waiting)) {
                weight += waiting.command().weight();
                taken.commands().add(waiting);
            } else if (stalled.size() < limits.stalled()) {
                stalled.add(waiting.command().tenant(), List.of(waiting));
            } else {
                taken.turnedAway().add(waiting);
            }
        }
    }
}
