package dev.perennial.persistence.storage;

import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.POINTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.application.shared.RequestKey;
import dev.perennial.application.shared.Secret;
import dev.perennial.application.shared.StorageException;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Effect;
import dev.perennial.application.testing.Desk;
import dev.perennial.application.testing.Ports;
import dev.perennial.domain.loyalty.Budgets;
import dev.perennial.domain.loyalty.Loyalty;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.persistence.shared.Database;
import dev.perennial.persistence.testing.FaultySource;
import dev.perennial.persistence.testing.JooqPorts;
import dev.perennial.persistence.testing.TestDatabase;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a use case is told when the database fails, and that nothing half done is left. */
final class StorageFailuresTest {

    private final FaultySource source = new FaultySource(TestDatabase.pool());
    private final Ports ports = JooqPorts.over(source);
    private final Tenant tenant =
            ports.tenants().add("faulty " + UUID.randomUUID(), new Secret(new byte[32]), "key " + UUID.randomUUID());
    private final Desk desk = new Desk(ports, tenant);

    @BeforeEach
    void enrol() {
        desk.enrol("ada", START);
    }

    @Test
    void aMemberThatOthersHoldTooLongIsAConflict() {
        ports.storage().transact(tx -> {
            desk.lock(tx, "ada");
            CompletableFuture<?> other = CompletableFuture.runAsync(
                    () -> desk.adjust("ada", "r1", POINTS, 5, day(1)), Thread::startVirtualThread);
            assertThatThrownBy(other::join).hasCauseInstanceOf(StorageException.Conflict.class);
            return null;
        });
    }

    @Test
    void aConnectionThatBreaksBeforeCommitLeavesNothing() {
        assertThatThrownBy(() -> ports.storage().transact(tx -> {
                    save(tx);
                    source.kill();
                    return desk.lock(tx, "ada");
                }))
                .isInstanceOf(StorageException.Unavailable.class);

        assertThat(desk.state("ada").wallet().balances()).isEmpty();
    }

    @Test
    void aConnectionThatBreaksDuringCommitLeavesTheOutcomeToTheKey() {
        source.breakCommitAfterItHappened();
        assertThatThrownBy(() -> desk.adjust("ada", "r1", POINTS, 5, day(1)))
                .isInstanceOf(StorageException.OutcomeUnknown.class);

        RequestKey key = RequestKey.command("r1");
        assertThat(ports.storage()
                        .<Boolean>transact(tx -> tx.requests()
                                .claim(tenant.id(), java.util.Map.of(key, desk.fingerprint("r1")))
                                .containsKey(key)))
                .isTrue();
    }

    @Test
    void aDatabaseThatIsNotThereIsUnavailable() {
        source.refuse();

        assertThatThrownBy(() -> desk.state("ada")).isInstanceOf(StorageException.Unavailable.class);
        assertThatThrownBy(() -> desk.advance("ada", day(1))).isInstanceOf(StorageException.Unavailable.class);
        assertThatThrownBy(() -> Database.on(source)).isInstanceOf(StorageException.Unavailable.class);
    }

    @Test
    void aRowThatDoesNotFitIsRejected() {
        assertThatThrownBy(() -> desk.enrol("x".repeat(129), START)).isInstanceOf(StorageException.Rejected.class);
    }

    private void save(dev.perennial.application.storage.Transaction tx) {
        RequestKey key = RequestKey.command("r1");
        desk.claim(tx, key);
        var decision =
                Desk.value(Loyalty.adjust(ProgramHistory.NONE, desk.lock(tx, "ada"), POINTS, 5, Budgets.NONE, day(1)));
        tx.members().save(tenant.id(), List.of(Desk.effect(decision, key, Effect.Kind.ADJUST_UNITS, 2, day(1))));
    }
}
