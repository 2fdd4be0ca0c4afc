package dev.perennial.application.storage;

import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.SandboxClocks.Turn;
import dev.perennial.application.testing.PortContract;
import dev.perennial.domain.shared.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link SandboxClocks} promises. */
public abstract class SandboxClocksContract extends PortContract {

    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration OVER_AT_ONCE = Duration.ZERO;

    private Tenant sandbox;

    @BeforeEach
    void addSandbox() {
        sandbox = aSandbox(START);
    }

    @Test
    void aRealTenantHasNone() {
        assertThat(ports.storage()
                        .<Optional<TenantClock>>transact(tx -> tx.clocks().read(id())))
                .isEmpty();
        assertThat(ports.storage().<Optional<TenantClock>>read(tx -> tx.clocks().read(id())))
                .isEmpty();
        assertThat(ports.storage()
                        .<Optional<TenantClock>>transact(tx -> tx.clocks().read(new TenantId(1_000_000_000))))
                .as("nobody's")
                .isEmpty();
    }

    @Test
    void showsItsStartUntilItIsMoved() {
        assertThat(shown()).isEqualTo(new TenantClock(START, false));
        assertThat(ports.storage()
                        .<Optional<TenantClock>>transact(tx -> tx.clocks().read(sandbox.id())))
                .contains(new TenantClock(START, false));
    }

    @Test
    void movesForWhoHasTheTurn() {
        Turn turn = turn(LONG).orElseThrow();
        assertThat(turn.clock()).isEqualTo(START);
        assertThat(shown()).isEqualTo(new TenantClock(START, true));

        assertThat(moved(turn, day(3), LONG)).isTrue();
        assertThat(shown()).isEqualTo(new TenantClock(day(3), true));
        assertThat(moved(turn, day(3), LONG)).as("the same moment again").isTrue();

        end(turn);
        assertThat(shown()).isEqualTo(new TenantClock(day(3), false));
    }

    @Test
    void neverGoesBack() {
        Turn turn = turn(LONG).orElseThrow();
        moved(turn, day(3), LONG);

        assertThat(moved(turn, day(3).minusNanos(1_000), LONG)).isFalse();
        assertThat(shown().now()).isEqualTo(day(3));
    }

    @Test
    void onlyOneHasTheTurn() {
        Turn first = turn(LONG).orElseThrow();
        assertThat(turn(LONG)).isEmpty();

        end(first);
        Turn second = turn(LONG).orElseThrow();
        assertThat(second.number()).isGreaterThan(first.number());
    }

    @Test
    void whoLostTheTurnMovesAndEndsNothing() {
        Turn lost = turn(OVER_AT_ONCE).orElseThrow();
        assertThat(shown().moving()).as("the turn has run out").isFalse();
        Turn taken = turn(LONG).orElseThrow();

        assertThat(moved(lost, day(1), LONG)).isFalse();
        end(lost);
        assertThat(shown()).isEqualTo(new TenantClock(START, true));
        assertThat(moved(taken, day(1), LONG)).isTrue();
    }

    @Test
    void whoMovesLateButBeforeOthersKeepsTheTurn() {
        Turn turn = turn(OVER_AT_ONCE).orElseThrow();

        assertThat(moved(turn, day(1), LONG)).isTrue();
        assertThat(turn(LONG)).as("it was renewed").isEmpty();
    }

    @Test
    void eachSandboxHasItsOwn() {
        Tenant another = aSandbox(day(5));
        turn(LONG);

        assertThat(ports.storage().<Optional<TenantClock>>read(tx -> tx.clocks().read(another.id())))
                .contains(new TenantClock(day(5), false));
    }

    @Test
    void doesNotMoveUnderAnybodyWhoDecides() {
        CompletableFuture<Turn> turn = new CompletableFuture<>();
        CompletableFuture<Instant> decided = meanwhile(() -> ports.storage().transact(tx -> {
            Instant before = tx.clocks().read(sandbox.id()).orElseThrow().now();
            var _ = meanwhile(() -> turn(LONG).orElseThrow()).thenAccept(turn::complete);
            assertThat(turn).isNotDone();
            Instant after = tx.clocks().read(sandbox.id()).orElseThrow().now();
            assertThat(tx.clocks().read(sandbox.id()).orElseThrow().moving()).isFalse();
            assertThat(after).isEqualTo(before);
            return after;
        }));

        assertThat(decided.join()).isEqualTo(START);
        assertThat(moved(turn.join(), day(1), LONG)).isTrue();
    }

    @Test
    void keepsMicroseconds() {
        Turn turn = turn(LONG).orElseThrow();
        Instant fine = day(1).plusNanos(123_456_000);
        moved(turn, fine, LONG);

        assertThat(shown().now()).isEqualTo(fine);
    }

    private TenantClock shown() {
        return ports.storage().read(tx -> tx.clocks().read(sandbox.id())).orElseThrow();
    }

    private Optional<Turn> turn(Duration lease) {
        return written(clocks -> clocks.takeTurn(sandbox.id(), lease));
    }

    private boolean moved(Turn turn, Instant to, Duration lease) {
        return written(clocks -> clocks.move(sandbox.id(), turn.number(), to, lease));
    }

    private void end(Turn turn) {
        written(clocks -> {
            clocks.endTurn(sandbox.id(), turn.number());
            return true;
        });
    }

    private <T> T written(Function<SandboxClocks, T> step) {
        return ports.storage().transact(tx -> step.apply(tx.clocks()));
    }
}
