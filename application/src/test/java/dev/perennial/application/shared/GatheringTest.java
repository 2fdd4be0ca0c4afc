package dev.perennial.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GatheringTest {

    private static final Executor CALLERS = Thread::startVirtualThread;

    private final ConcurrentLinkedQueue<Set<Integer>> readings = new ConcurrentLinkedQueue<>();

    @Test
    void whoAsksAloneIsReadForAtOnce() {
        Gathering<Integer, Set<Integer>> gathering = new Gathering<>(1, this::read);

        assertThat(gathering.ask(1)).containsExactly(1);
        assertThat(gathering.ask(2)).containsExactly(2);
        assertThat(readings).containsExactly(Set.of(1), Set.of(2));
    }

    @Test
    void whatIsAskedForMeanwhileIsReadTogether() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch open = new CountDownLatch(1);
        Gathering<Integer, Set<Integer>> gathering = new Gathering<>(1, keys -> {
            begun.countDown();
            await(open);
            return read(keys);
        });
        CompletableFuture<Set<Integer>> first = asked(gathering, 0);
        await(begun);
        List<CompletableFuture<Set<Integer>>> others =
                IntStream.range(1, 50).mapToObj(key -> asked(gathering, key)).toList();
        while (gathering.waiting() < 49) {
            Thread.onSpinWait();
        }
        open.countDown();

        assertThat(first.join()).containsExactly(0);
        assertThat(others).allSatisfy(other -> assertThat(other.join()).hasSize(49));
        assertThat(readings).hasSize(2);
    }

    @Test
    void thousandsAreAllAnswered() {
        Gathering<Integer, Set<Integer>> gathering = new Gathering<>(3, this::read);

        List<CompletableFuture<Set<Integer>>> all =
                IntStream.range(0, 5_000).mapToObj(key -> asked(gathering, key)).toList();

        for (int key = 0; key < all.size(); key++) {
            assertThat(all.get(key).join()).contains(key);
        }
        assertThat(readings).allSatisfy(keys -> assertThat(keys.size()).isBetween(1, 100));
        assertThat(readings.stream().mapToInt(Set::size).sum()).isEqualTo(5_000);
    }

    @Test
    void whatAReadingThrowsIsThrownToWhoAsked() {
        Gathering<Integer, Set<Integer>> gathering = new Gathering<>(1, keys -> {
            if (keys.contains(13)) {
                throw new IllegalArgumentException("no luck");
            }
            return keys;
        });

        assertThatThrownBy(() -> gathering.ask(13)).isInstanceOf(IllegalArgumentException.class);
        assertThat(gathering.ask(14)).containsExactly(14);
    }

    private Set<Integer> read(Set<Integer> keys) {
        readings.add(keys);
        return keys;
    }

    private static CompletableFuture<Set<Integer>> asked(Gathering<Integer, Set<Integer>> gathering, int key) {
        return CompletableFuture.supplyAsync(() -> gathering.ask(key), CALLERS);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
