package dev.perennial.application.loyalty;

import static dev.perennial.domain.testing.Moments.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Backoff;
import dev.perennial.application.shared.Overloaded;
import dev.perennial.application.shared.Secret;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.application.testing.Desk;
import dev.perennial.application.testing.FaultyStorage;
import dev.perennial.application.testing.Ports;
import dev.perennial.domain.program.ProgramChecker;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How much one lane takes: six commands may wait, and a transaction has at most four, or fewer of some weight. */
final class LaneQueueTest {

    private static final LaneLimits LIMITS = new LaneLimits(6, 3, 4, 10);

    private final Ports ports = Ports.inMemory();
    private final FaultyStorage storage = new FaultyStorage(ports.storage());
    private final Tenant tenant = ports.tenants().add("shop", new Secret(new byte[32]), "key of the shop");
    private final ProgramCatalog catalog = new ProgramCatalog(new ProgramChecker((source, currency) -> {
        throw new AssertionError("no program is applied here");
    }));
    private final LaneQueue queue = new LaneQueue(
            "lane",
            new Lane(storage, catalog, new TenantTime(() -> START), new Backoff(new Random(1))),
            LIMITS,
            tenant -> {});
    private final CountDownLatch gate = new CountDownLatch(1);

    /** The lane is busy with a command until the gate opens. */
    @BeforeEach
    void occupy() {
        new Desk(ports, tenant).enrol("ada", START);
        Give busy = new Give(tenant, "ada", "busy", 1).behind(gate);
        queue.add(Waiting.on(busy));
        busy.awaitReached();
    }

    @AfterEach
    void close() {
        gate.countDown();
        queue.stopTaking();
        queue.awaitEmpty();
    }

    @Test
    void takesNoMoreThanMayWait() {
        for (int i = 0; i < 6; i++) {
            assertThat(added("g" + i, 1).reply()).isNotDone();
        }

        assertThatThrownBy(() -> added("one too many", 1).reply().join())
                .hasCauseInstanceOf(Overloaded.class)
                .hasMessageContaining("too many");
        assertThat(queue.size()).isEqualTo(6);
    }

    @Test
    void aTransactionHasOnlySoManyCommands() {
        for (int i = 0; i < 5; i++) {
            added("g" + i, 1);
        }
        drain();

        assertThat(storage.transactions()).as("the busy one, four and one").isEqualTo(3);
    }

    @Test
    void aTransactionHasOnlySoMuchWeight() {
        added("g0", 4);
        added("g1", 6);
        added("g2", 9);
        added("g3", 9);
        drain();

        assertThat(storage.transactions()).as("the busy one, two and two").isEqualTo(3);
    }

    @Test
    void whoIsTurnedAwayIsToldOutsideOfTheLock() {
        queue.stopTaking();
        Waiting waiting = Waiting.on(new Give(tenant, "ada", "late", 1));
        CompletableFuture<Integer> seen = waiting.reply()
                .handle((result, failure) -> CompletableFuture.supplyAsync(queue::size)
                        .orTimeout(5, TimeUnit.SECONDS)
                        .join());
        queue.add(waiting);

        assertThat(seen).isCompletedWithValue(0);
    }

    private Waiting added(String key, int weight) {
        Waiting waiting = Waiting.on(new Give(tenant, "ada", key, 1).weighing(weight));
        queue.add(waiting);
        return waiting;
    }

    private void drain() {
        queue.stopTaking();
        gate.countDown();
        queue.awaitEmpty();
    }
}
