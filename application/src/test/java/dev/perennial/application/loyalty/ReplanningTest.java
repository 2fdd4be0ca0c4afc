package dev.perennial.application.loyalty;

import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.application.shared.Backoff;
import dev.perennial.application.shared.Secret;
import dev.perennial.application.shared.StorageException.Conflict;
import dev.perennial.application.shared.StorageException.OutcomeUnknown;
import dev.perennial.application.shared.StorageException.Unavailable;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Replan;
import dev.perennial.application.testing.Desk;
import dev.perennial.application.testing.FaultyStorage;
import dev.perennial.application.testing.Ports;
import dev.perennial.domain.program.ProgramVersion;
import dev.perennial.domain.testing.FullDocument;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ten members, three in each step. */
final class ReplanningTest {

    private static final List<String> MEMBERS =
            IntStream.rangeClosed(1, 10).mapToObj(number -> "m" + number).toList();

    private final Ports ports = Ports.inMemory();
    private final FaultyStorage storage = new FaultyStorage(ports.storage());
    private final Tenant sandbox = ports.tenants().addSandbox("sandbox", new Secret(new byte[32]), "key", START);
    private final Desk desk = new Desk(ports, sandbox);
    private final Replanning replanning = replanning();

    @BeforeEach
    void ask() {
        MEMBERS.forEach(member -> desk.enrol(member, START));
        ProgramVersion version = new ProgramVersion(2, day(7), START, "", FullDocument.written());
        ports.storage().transact(tx -> {
            tx.replans().ask(sandbox.id(), version);
            return true;
        });
    }

    @Test
    void stepsUntilEverybodyIsDue() {
        assertThat(IntStream.range(0, 4).mapToObj(i -> step().orElseThrow()))
                .extracting(Replan::planned)
                .containsExactly(3L, 6L, 9L, 10L);
        assertThat(step()).isEmpty();
        assertThat(MEMBERS)
                .allSatisfy(member -> assertThat(desk.state(member).nextDueAt()).isEqualTo(day(7)));
    }

    @Test
    void whoeverComesAfterAKilledProcessGoesOn() {
        step();
        storage.rollingBack(new Unavailable(new IllegalStateException("killed")));
        assertThatThrownBy(this::step).isInstanceOf(Unavailable.class);
        assertThat(MEMBERS.stream().filter(member -> desk.state(member).nextDueAt() != null))
                .hasSize(3);

        Replanning another = replanning();
        assertThat(another.step(sandbox.id()).orElseThrow().planned()).isEqualTo(6);
        assertThat(step().orElseThrow().planned()).isEqualTo(9);
        assertThat(another.step(sandbox.id()).orElseThrow().finished()).isTrue();
    }

    @Test
    void lostRacesAndLostRepliesAreRepeated() {
        storage.rollingBack(new Conflict(new IllegalStateException("as told")));
        assertThat(step().orElseThrow().planned()).isEqualTo(3);

        storage.committingBut(new OutcomeUnknown(new IllegalStateException("as told")));
        assertThat(step().orElseThrow().planned()).isEqualTo(9);
    }

    @Test
    void forEverybodyItWaitsUntilEnrolmentsUnderWayHaveEnded() {
        assertThat(replanning.step()).isEmpty();
    }

    private Optional<Replan> step() {
        return replanning.step(sandbox.id());
    }

    private Replanning replanning() {
        return new Replanning(storage, new Backoff(new Random(1)), 3);
    }
}
