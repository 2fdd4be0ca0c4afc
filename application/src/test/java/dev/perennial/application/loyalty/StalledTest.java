package dev.perennial.application.loyalty;

import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Answer;
import dev.perennial.application.shared.Backoff;
import dev.perennial.application.shared.Overloaded;
import dev.perennial.application.shared.Secret;
import dev.perennial.application.shared.StorageException;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.SandboxClocks.Turn;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.application.testing.Desk;
import dev.perennial.application.testing.FaultyStorage;
import dev.perennial.application.testing.Ports;
import dev.perennial.domain.program.ProgramChecker;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Result;
import java.time.Duration;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** While a sandbox's clock is moved its commands step aside, in a lane that two tenants share. */
final class StalledTest {

    private static final LaneLimits LIMITS = new LaneLimits(100, 3, 50, 500);

    private final Ports ports = Ports.inMemory();
    private final FaultyStorage storage = new FaultyStorage(ports.storage());
    private final Tenant sandbox =
            ports.tenants().addSandbox("sandbox", new Secret(new byte[32]), "key of the sandbox", START);
    private final Tenant real = ports.tenants().add("shop", new Secret(new byte[32]), "key of the shop");
    private final ProgramCatalog catalog = new ProgramCatalog(new ProgramChecker((source, currency) -> {
        throw new AssertionError("no program is applied here");
    }));
    private final Lanes lanes =
            new Lanes(storage, catalog, new TenantTime(() -> day(99)), new Backoff(new Random(1)), 1, LIMITS);
    private final Queue<String> answered = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void enrol() {
        new Desk(ports, sandbox).enrol("ada", START);
        new Desk(ports, sandbox).enrol("ben", START);
        new Desk(ports, real).enrol("cem", START);
    }

    @AfterEach
    void close() {
        lanes.close();
    }

    @Test
    void theyAreDecidedInTheirOrderAtTheTimeThatTheClockHasThen() {
        Turn turn = take();
        CompletableFuture<?> first = told(sandbox, "ada", "a1");
        CompletableFuture<?> second = told(sandbox, "ben", "b1");
        told(real, "cem", "c1").join(); // nobody else's commands wait; so these were looked at, too
        CompletableFuture<?> third = told(sandbox, "ada", "a2");
        told(real, "cem", "c2").join();
        assertThat(answered).containsExactly("c1", "c2");

        end(turn, 7);
        CompletableFuture.allOf(first, second, third).join();

        assertThat(answered).containsExactly("c1", "c2", "a1", "b1", "a2");
        assertThat(new Desk(ports, sandbox).state("ada").advancedTo()).isEqualTo(day(7));
        assertThat(new Desk(ports, real).state("cem").advancedTo()).isEqualTo(day(99));
    }

    @Test
    void whatIsDueIsAppliedMeanwhile() {
        Turn turn = take();
        CompletableFuture<?> waiting = told(sandbox, "ada", "a1");

        assertThat(lanes.advance(sandbox.id(), new MemberId("ada")).join()).isFalse();
        assertThat(waiting).isNotDone();

        end(turn, 1);
        waiting.join();
    }

    @Test
    void onlySoManyWait() {
        Turn turn = take();
        CompletableFuture<?>[] waiting = new CompletableFuture<?>[3];
        for (int i = 0; i < 3; i++) {
            waiting[i] = told(sandbox, "ada", "a" + i);
        }
        told(real, "cem", "c").join();

        assertThatThrownBy(() -> told(sandbox, "ada", "one too many").join()).hasCauseInstanceOf(Overloaded.class);
        assertThat(lanes.waiting()).isEqualTo(3);
        end(turn, 1);
        CompletableFuture.allOf(waiting).join();
    }

    @Test
    void closingTurnsThemAway() {
        take();
        CompletableFuture<?> waiting = told(sandbox, "ada", "a1");
        told(real, "cem", "c").join();
        lanes.close();

        assertThatThrownBy(waiting::join).hasCauseInstanceOf(Overloaded.class);
    }

    @Test
    void whatMayHaveHappenedIsNotKeptWaiting() {
        storage.committingBut(new StorageException.OutcomeUnknown(new IllegalStateException("as told")))
                .rollingBack(new StorageException.Conflict(new IllegalStateException("as told")));
        take();
        CompletableFuture<Result<Answer>> command = lanes.submit(new Give(sandbox, "ada", "a1", 1));

        assertThatThrownBy(command::join).hasCauseInstanceOf(StorageException.OutcomeUnknown.class);
    }

    private CompletableFuture<?> told(Tenant tenant, String member, String key) {
        return lanes.submit(new Give(tenant, member, key, 1)).thenRun(() -> answered.add(key));
    }

    private Turn take() {
        return ports.storage()
                .transact(tx -> tx.clocks().takeTurn(sandbox.id(), Duration.ofHours(1)))
                .orElseThrow();
    }

    private void end(Turn turn, int onDay) {
        ports.storage().transact(tx -> {
            tx.clocks().move(sandbox.id(), turn.number(), day(onDay), Duration.ofHours(1));
            tx.clocks().endTurn(sandbox.id(), turn.number());
            return null;
        });
    }
}
