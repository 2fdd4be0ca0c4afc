package dev.perennial.bootstrap.story;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Callers who all start at the same moment. */
final class Together {

    private Together() {}

    /** Runs what each caller does, by its number from 0, and returns what each got. */
    static <R> List<R> callers(int count, IntFunction<R> each) {
        CountDownLatch start = new CountDownLatch(count);
        List<Callable<R>> callers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int caller = i;
            callers.add(() -> {
                start.countDown();
                start.await();
                return each.apply(caller);
            });
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<R> results = new ArrayList<>();
            for (Future<R> result : threads.invokeAll(callers)) {
                results.add(result.get());
            }
            return results;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failure) {
            throw new AssertionError("a caller failed: " + failure.getCause(), failure.getCause());
        }
    }
}
