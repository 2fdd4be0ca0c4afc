package dev.perennial.application.loyalty;

import dev.perennial.application.shared.Overloaded;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The commands that wait for one lane, and the thread that serves it. Whatever waits when the lane is idle is taken
 * together, up to a limit; nothing ever waits for a timer, so a lone command is decided at once and a crowd shares
 * commits.
 */
final class LaneQueue {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private final Lane lane;
    private final LaneLimits limits;
    private final Thread thread;
    private boolean taking = true;

    LaneQueue(String name, Lane lane, LaneLimits limits) {
        this.lane = lane;
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
            return queue.size();
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
        for (List<Waiting> next = take(); !next.isEmpty(); next = take()) {
            List<Waiting> commands = next;
            try {
                lane.run(commands);
            } catch (RuntimeException | Error bug) { // the lane must outlive anything; nobody may wait for ever
                commands.forEach(waiting -> waiting.failed(bug));
            }
        }
    }

    /** Waits for commands; an empty list means that none will come any more. */
    private List<Waiting> take() {
        lock.lock();
        try {
            while (queue.isEmpty() && taking) {
                changed.awaitUninterruptibly();
            }
            List<Waiting> taken = new ArrayList<>();
            int weight = 0;
            while (!queue.isEmpty() && taken.size() < limits.commands() && weight < limits.weight()) {
                Waiting waiting = queue.removeFirst();
                weight += waiting.command().weight();
                taken.add(waiting);
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }
}
