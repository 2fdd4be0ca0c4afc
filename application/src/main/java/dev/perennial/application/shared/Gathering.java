package dev.perennial.application.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads once for many: whatever is asked for while others are being read for is read together next. Who asks alone is read
 * for at once; under load a reading costs everybody its share.
 *
 * @param <K> what is asked for
 * @param <V> what is read for several keys, of which each asker takes its own part
 */
public final class Gathering<K, V> {

    private static final int TOGETHER_MAX = 100;
    private static final int WAITING_MAX = 10_000;

    private final int readersMax;
    private final Function<Set<K>, V> reading;
    private final BlockingQueue<Asked<K, V>> waiting = new LinkedBlockingQueue<>(WAITING_MAX);
    private final AtomicInteger readers = new AtomicInteger();

    /**
     * A gathering where nobody waits yet.
     *
     * @param readersMax how many readings run at once at most
     * @param reading reads for 1 to 100 keys
     */
    public Gathering(int readersMax, Function<Set<K>, V> reading) {
        this.readersMax = readersMax;
        this.reading = reading;
    }

    private record Asked<K, V>(K key, CompletableFuture<V> answer) {}

    /**
     * What a reading found that began after this call. What it throws is thrown to everybody it read for.
     *
     * @throws Overloaded when 10,000 wait already
     */
    public V ask(K key) {
        Asked<K, V> asked = new Asked<>(key, new CompletableFuture<>());
        if (!waiting.offer(asked)) {
            throw new Overloaded("too many wait for what others read");
        }
        startReader();
        try {
            return asked.answer().join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException thrown ? thrown : failed;
        }
    }

    /** How many wait for the next reading. */
    int waiting() {
        return waiting.size();
    }

    private void startReader() {
        if (readers.getAndUpdate(count -> Math.min(count + 1, readersMax)) < readersMax) {
            Thread.startVirtualThread(this::readAll);
        }
    }

    private void readAll() {
        for (List<Asked<K, V>> together = next(); !together.isEmpty(); together = next()) {
            read(together);
        }
        readers.decrementAndGet();
        if (!waiting.isEmpty()) { // asked after this reader had looked, and before another could be started
            startReader();
        }
    }

    private List<Asked<K, V>> next() {
        List<Asked<K, V>> together = new ArrayList<>();
        waiting.drainTo(together, TOGETHER_MAX);
        return together;
    }

    private void read(List<Asked<K, V>> together) {
        try {
            V found = reading.apply(together.stream().map(Asked::key).collect(Collectors.toSet()));
            together.forEach(asked -> asked.answer().complete(found));
        } catch (RuntimeException | Error thrown) {
            together.forEach(asked -> asked.answer().completeExceptionally(thrown));
        }
    }
}
