package dev.perennial.application.testing;

import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.Transaction;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;

/** Storage of which the next transactions fail as they are told to. */
public final class FaultyStorage implements Storage {

    private final Storage sound;
    private final Deque<Fault> faults = new ArrayDeque<>();
    private int transactions;

    private record Fault(boolean afterCommit, RuntimeException failure) {}

    public FaultyStorage(Storage sound) {
        this.sound = sound;
    }

    /** One of the next transactions, in the order of these calls, is rolled back. */
    public synchronized FaultyStorage rollingBack(RuntimeException failure) {
        faults.add(new Fault(false, failure));
        return this;
    }

    /** One of the next transactions, in the order of these calls, is committed although it seems to have failed. */
    public synchronized FaultyStorage committingBut(RuntimeException failure) {
        faults.add(new Fault(true, failure));
        return this;
    }

    /** How many transactions were begun. */
    public synchronized int transactions() {
        return transactions;
    }

    @Override
    public <T> T transact(Function<Transaction, T> work) {
        Fault fault = next();
        if (fault == null) {
            return sound.transact(work);
        }
        sound.transact(tx -> {
            T done = work.apply(tx);
            if (!fault.afterCommit()) {
                throw fault.failure();
            }
            return done;
        });
        throw fault.failure();
    }

    private synchronized Fault next() {
        transactions++;
        return faults.poll();
    }

    @Override
    public <T> T read(Function<Transaction, T> work) {
        return sound.read(work);
    }
}
