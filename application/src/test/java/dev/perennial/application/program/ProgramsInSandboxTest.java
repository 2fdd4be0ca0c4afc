package dev.perennial.application.program;

import static dev.perennial.domain.program.ProgramDocuments.aDocument;
import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.program.ApplyProgram.Source;
import dev.perennial.application.program.cel.CelConditions;
import dev.perennial.application.shared.Answer;
import dev.perennial.application.shared.Backoff;
import dev.perennial.application.shared.Fingerprint;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.RequestKey;
import dev.perennial.application.shared.Secret;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Replan;
import dev.perennial.application.storage.SandboxClocks.Turn;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.application.testing.Desk;
import dev.perennial.application.testing.Ports;
import dev.perennial.domain.program.ProgramChecker;
import dev.perennial.domain.program.ProgramVersion;
import dev.perennial.domain.shared.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A sandbox's programs take effect by its own clock. */
class ProgramsInSandboxTest {

    private final Ports ports = Ports.inMemory();
    private final Tenant sandbox =
            ports.tenants().addSandbox("sandbox", new Secret(new byte[32]), "key of the sandbox", START);
    private final Programs programs = new Programs(
            ports.storage(),
            new ProgramChecker(new CelConditions()),
            new TenantTime(() -> day(999)),
            new Backoff(new Random(1)));

    @Test
    void theyAreInForceOnceTheClockIsThere() {
        apply("r1", Optional.empty());
        apply("r2", Optional.of(day(2)));
        assertThat(programs.inForce(sandbox)).isEqualTo(1);

        end(take(), day(2));
        assertThat(programs.inForce(sandbox)).isEqualTo(2);
    }

    @Test
    void applyingWaitsWhileTheClockMoves() {
        Turn turn = take();
        CompletableFuture<Result<Answer>> applied =
                CompletableFuture.supplyAsync(() -> apply("r1", Optional.empty()), Thread::startVirtualThread);
        assertThat(applied).isNotDone();
        end(turn, day(7));

        assertThat(applied.join()).isInstanceOf(Result.Ok.class);
        assertThat(programs.get(sandbox, OptionalInt.empty()).map(ProgramVersion::effectiveAt))
                .isEqualTo(Result.ok(day(7)));
    }

    @Test
    void membersArePlannedAgainFromTheMomentAtWhichAVersionTakesEffect() {
        Desk desk = new Desk(ports, sandbox);
        desk.enrol("ada", START);
        desk.enrol("ben", START);
        assertThat(programs.plan(sandbox, aDocument().written()).members()).isEqualTo(2);
        apply("r1", Optional.of(day(2)));

        assertThat(programs.planning(sandbox, 1))
                .hasValueSatisfying(replan -> assertThat(replan)
                        .extracting(Replan::effectiveAt, Replan::planned, Replan::left, Replan::finished)
                        .containsExactly(day(2), 0L, 2L, false));
        assertThat(programs.planning(sandbox, 2)).isEmpty();
    }

    private Result<Answer> apply(String key, Optional<Instant> at) {
        Identity identity = new Identity(RequestKey.command(key), Fingerprint.of(sandbox.secret(), new byte[] {1}));
        ApplyProgram command =
                new ApplyProgram(new Source.Written(aDocument().written()), at, "why", OptionalInt.empty());
        return programs.apply(sandbox, command, identity, version -> new Payload(new byte[] {1}));
    }

    private Turn take() {
        return ports.storage()
                .transact(tx -> tx.clocks().takeTurn(sandbox.id(), Duration.ofHours(1)))
                .orElseThrow();
    }

    private void end(Turn turn, Instant at) {
        ports.storage().transact(tx -> {
            tx.clocks().move(sandbox.id(), turn.number(), at, Duration.ofHours(1));
            tx.clocks().endTurn(sandbox.id(), turn.number());
            return null;
        });
    }
}
