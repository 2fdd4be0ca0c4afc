package dev.perennial.application.sandbox;

import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.application.loyalty.Lanes;
import dev.perennial.application.loyalty.Replanning;
import dev.perennial.application.loyalty.community.ClubGoals;
import dev.perennial.application.loyalty.transfer.TransferDeliveries;
import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Backoff;
import dev.perennial.application.shared.Secret;
import dev.perennial.application.shared.StorageException;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.SandboxClocks.Turn;
import dev.perennial.application.storage.TenantClock;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.application.testing.Desk;
import dev.perennial.application.testing.FaultyStorage;
import dev.perennial.application.testing.Ports;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.program.ProgramChecker;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.Problem;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.testing.Activities;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Points of three members activate after two days and run out after ten; two of them buy at the same moment. */
final class SandboxesTest {

    private static final ProgramHistory PROGRAM =
            aProgram(aRule("base").perEuro(1).pendingFor(2).expiringAfter(10)).alone();
    private static final List<String> MEMBERS = List.of("ada", "ben", "cem");

    private final Ports ports = Ports.inMemory();
    private final FaultyStorage storage = new FaultyStorage(ports.storage());
    private final Tenant sandbox =
            ports.tenants().addSandbox("sandbox", new Secret(new byte[32]), "key of the sandbox", START);
    private final Tenant real = ports.tenants().add("shop", new Secret(new byte[32]), "key of the shop");
    private final Desk desk = new Desk(ports, sandbox);
    private final Backoff backoff = new Backoff(new Random(1));
    private final ProgramCatalog catalog = new ProgramCatalog(new ProgramChecker((source, currency) -> {
        throw new AssertionError("no program is applied here");
    }));
    private final TenantTime time = new TenantTime(() -> day(999));
    private final Lanes lanes = new Lanes(storage, catalog, time, backoff, 2);
    private final ClubGoals clubGoals = new ClubGoals(storage, ports.dueClubs(), lanes, catalog, time, backoff);
    private final SandboxWork work = new SandboxWork(
            ports.dueMembers(),
            lanes,
            new Replanning(storage, backoff),
            clubGoals,
            new TransferDeliveries(ports.transferLog(), lanes));
    private final Sandboxes sandboxes = new Sandboxes(storage, work, backoff);
    private final List<Progress> told = new ArrayList<>();

    @BeforeEach
    void earn() {
        live(desk);
    }

    @AfterEach
    void close() {
        lanes.close();
    }

    private static void live(Desk desk) {
        MEMBERS.forEach(member -> desk.enrol(member, START));
        desk.record("ada", PROGRAM, Activities.aPurchase("o1").of(1_000).on(day(0)));
        desk.record("ben", PROGRAM, Activities.aPurchase("o2").of(2_000).on(day(0)));
        desk.record("cem", PROGRAM, Activities.aPurchase("o3").of(3_000).on(day(0).plusSeconds(1)));
    }

    @Test
    void goesThroughEveryMomentAtWhichAnythingIsDue() {
        assertThat(advance(day(30))).isEqualTo(Result.ok(new Progress(day(30), 4, 6)));

        assertThat(told)
                .containsExactly(
                        new Progress(day(2), 1, 2),
                        new Progress(day(2).plusSeconds(1), 2, 3),
                        new Progress(day(10), 3, 5),
                        new Progress(day(10).plusSeconds(1), 4, 6));
        assertThat(sandboxes.clock(sandbox)).isEqualTo(Result.ok(new TenantClock(day(30), false)));
        assertThat(states(desk))
                .allSatisfy(state -> assertThat(state.nextDueAt()).isNull());
    }

    @Test
    void oneJumpIsAStepForEachDay() {
        Tenant stepwise = ports.tenants().addSandbox("steps", new Secret(new byte[32]), "key of the steps", START);
        Desk steps = new Desk(ports, stepwise);
        live(steps);
        for (int i = 1; i <= 30; i++) {
            sandboxes.advance(stepwise, day(i), new Observer(() -> false, step -> {}));
        }
        advance(day(30));

        assertThat(states(desk)).isEqualTo(states(steps));
    }

    @Test
    void theSameMomentAgainDoesNothing() {
        advance(day(30));
        assertThat(advance(day(30))).isEqualTo(Result.ok(new Progress(day(30), 0, 0)));
    }

    @Test
    void goesForwardOnlyAndNotTooFar() {
        advance(day(3));

        assertThat(problem(advance(day(3).minusNanos(1_000)))).startsWith("must not be before the clock");
        assertThat(problem(advance(day(3 + 3_653).plusNanos(1_000)))).startsWith("must be within ten years");
        assertThat(sandboxes.clock(sandbox)).isEqualTo(Result.ok(new TenantClock(day(3), false)));
        assertThat(advance(day(3 + 3_653))).isInstanceOf(Result.Ok.class);
    }

    @Test
    void aRealTenantHasNoClockToMove() {
        assertThat(reason(sandboxes.clock(real))).isEqualTo(Reason.NOT_A_SANDBOX);
        assertThat(reason(sandboxes.advance(real, day(1), new Observer(() -> false, step -> {}))))
                .isEqualTo(Reason.NOT_A_SANDBOX);
    }

    @Test
    void cutOffItStandsAtTheLastMomentAndGoesOnFromThere() {
        Observer leaving = new Observer(() -> told.size() == 2, told::add);
        assertThat(sandboxes.advance(sandbox, day(30), leaving))
                .isEqualTo(Result.ok(new Progress(day(2).plusSeconds(1), 2, 3)));
        assertThat(sandboxes.clock(sandbox)).isEqualTo(Result.ok(new TenantClock(day(2).plusSeconds(1), false)));

        assertThat(advance(day(30))).isEqualTo(Result.ok(new Progress(day(30), 2, 3)));
    }

    @Test
    void whoIsGoneBeforeItsTurnMovesNothing() {
        assertThat(sandboxes.advance(sandbox, day(30), new Observer(() -> true, told::add)))
                .isEqualTo(Result.ok(new Progress(START, 0, 0)));
    }

    @Test
    void killedBetweenAMomentAndItsMembersItLeavesThemToTheNext() {
        ports.storage().transact(tx -> {
            Turn turn = tx.clocks().takeTurn(sandbox.id(), Duration.ZERO).orElseThrow();
            return tx.clocks().move(sandbox.id(), turn.number(), day(2), Duration.ZERO);
        });

        assertThat(advance(day(2))).isEqualTo(Result.ok(new Progress(day(2), 1, 2)));
        assertThat(advance(day(3))).isEqualTo(Result.ok(new Progress(day(3), 1, 1)));
    }

    @Test
    void whoeverCannotBeAdvancedStopsTheClockAndIsReachedLater() {
        StorageException rejected = new StorageException.Rejected(new IllegalStateException("as told"));
        storage.failingFor("ben", rejected);

        assertThatThrownBy(() -> advance(day(30)))
                .isInstanceOf(CompletionException.class)
                .hasCause(rejected);
        assertThat(sandboxes.clock(sandbox)).isEqualTo(Result.ok(new TenantClock(day(2), false)));
        storage.mend();
        assertThat(advance(day(30))).isEqualTo(Result.ok(new Progress(day(30), 4, 5)));
    }

    @Test
    void conflictsAndLostRepliesOfItsOwnStepsAreRepeated() {
        storage.rollingBack(new StorageException.Conflict(new IllegalStateException("as told")));

        assertThat(advance(day(1))).isEqualTo(Result.ok(new Progress(day(1), 0, 0)));
        storage.rollingBack(new StorageException.Conflict(new IllegalStateException("as told")))
                .rollingBack(new StorageException.OutcomeUnknown(new IllegalStateException("as told")));
        assertThat(advance(day(30))).isEqualTo(Result.ok(new Progress(day(30), 4, 6)));
    }

    @Test
    void theSecondBeginsWhenTheFirstHasEnded() {
        Turn first = ports.storage()
                .transact(tx -> tx.clocks().takeTurn(sandbox.id(), Duration.ofHours(1)))
                .orElseThrow();
        CompletableFuture<Result<Progress>> second =
                CompletableFuture.supplyAsync(() -> advance(day(5)), Thread::startVirtualThread);
        assertThat(second).isNotDone();
        assertThat(sandboxes.clock(sandbox)).isEqualTo(Result.ok(new TenantClock(START, true)));
        ports.storage().transact(tx -> {
            tx.clocks().move(sandbox.id(), first.number(), day(1), Duration.ofHours(1));
            tx.clocks().endTurn(sandbox.id(), first.number());
            return null;
        });

        assertThat(second.join()).isEqualTo(Result.ok(new Progress(day(5), 2, 3)));
    }

    @Test
    void whoLostItsTurnStops() {
        Observer robbed = new Observer(
                () -> false,
                step -> ports.storage().transact(tx -> {
                    Turn lost = new Turn(1, START);
                    tx.clocks().move(sandbox.id(), lost.number(), step.clock(), Duration.ZERO);
                    return tx.clocks().takeTurn(sandbox.id(), Duration.ofHours(1));
                }));

        assertThatThrownBy(() -> sandboxes.advance(sandbox, day(30), robbed))
                .isInstanceOf(StorageException.Conflict.class);
        assertThat(sandboxes.clock(sandbox)).isEqualTo(Result.ok(new TenantClock(day(2), true)));
    }

    private Result<Progress> advance(Instant to) {
        return sandboxes.advance(sandbox, to, new Observer(() -> false, told::add));
    }

    private static List<MemberState> states(Desk of) {
        return MEMBERS.stream().map(of::state).toList();
    }

    private static Reason reason(Result<?> result) {
        return refusal(result).reason();
    }

    private static String problem(Result<?> result) {
        Problem problem = refusal(result).problems().getFirst();
        assertThat(problem.field()).isEqualTo("to");
        return problem.description();
    }

    private static Refusal refusal(Result<?> result) {
        return ((Result.Refused<?>) result).refusal();
    }
}
