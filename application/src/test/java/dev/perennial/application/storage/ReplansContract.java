package dev.perennial.application.storage;

import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.testing.Desk;
import dev.perennial.application.testing.PortContract;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.ProgramVersion;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.domain.testing.Activities;
import dev.perennial.domain.testing.FullDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Replans} promises. */
public abstract class ReplansContract extends PortContract {

    private static final ProgramHistory PROGRAM =
            aProgram(aRule("base").perEuro(1).expiringAfter(10)).alone();

    /** Units of soon expire on day 11, of late on day 30; nothing is ever due for the others. */
    @BeforeEach
    void enrol() {
        List.of("never", "soon", "late", "idle", "last").forEach(member -> desk.enrol(member, START));
        desk.record("soon", PROGRAM, Activities.aPurchase("o1").of(1_000).on(day(1)));
        desk.record("late", PROGRAM, Activities.aPurchase("o2").of(1_000).on(day(20)));
        otherDesk.enrol("another's", START);
    }

    @Test
    void countsTheTenantsMembers() {
        assertThat(members(id())).isEqualTo(5L);
        assertThat(members(otherTenant.id())).isEqualTo(1L);
    }

    @Test
    void makesEverybodyDueAtTheMomentWhoIsDueLaterOrNever() {
        ask(2, day(15));
        Replan done = plan(100);

        assertThat(done)
                .extracting(Replan::planned, Replan::left, Replan::finished)
                .containsExactly(5L, 0L, true);
        assertThat(due("never", "soon", "late", "idle", "last"))
                .containsExactly(day(15), day(11), day(15), day(15), day(15));
        assertThat(otherDesk.state("another's").nextDueAt()).isNull();
    }

    @Test
    void goesOnWhereTheLastTransactionEndedAndForgetsWhatARolledBackOneDid() {
        ask(2, day(15));
        assertThat(plan(2))
                .extracting(Replan::planned, Replan::left, Replan::finished)
                .containsExactly(2L, 3L, false);
        try {
            changing(tx -> {
                tx.replans().plan(taken(tx), 2);
                throw new IllegalStateException("killed");
            });
        } catch (IllegalStateException killed) {
            assertThat(due("late", "idle")).containsExactly(day(30), null);
        }

        assertThat(plan(2).planned()).isEqualTo(4);
        assertThat(due("never", "soon", "late", "idle", "last"))
                .containsExactly(day(15), day(11), day(15), day(15), null);
        Replan last = plan(2);
        assertThat(last.finished()).isTrue();
        assertThat(last.planned()).isEqualTo(5);
        assertThat(due("last")).containsExactly(day(15));
        assertThat(waiting()).isEmpty();
    }

    @Test
    void whoEnrolsMeanwhileIsNotMissedAndLeavesNothingNegative() {
        ask(2, day(15));
        plan(5);
        desk.enrol("new", START);
        Replan done = plan(5);

        assertThat(done).extracting(Replan::left, Replan::finished).containsExactly(0L, true);
        assertThat(due("last")).containsExactly(day(15));
    }

    @Test
    void theOldestRequestComesFirst() {
        ask(2, day(15));
        ask(3, day(12));

        assertThat(plan(100).version()).isEqualTo(2);
        assertThat(plan(100).version()).isEqualTo(3);
        assertThat(due("never", "soon")).containsExactly(day(12), day(11));
    }

    @Test
    void isFoundWhileItRunsAndAfterwards() {
        assertThat(found(2)).isEmpty();
        ask(2, day(15));
        assertThat(found(2).orElseThrow())
                .extracting(Replan::effectiveAt, Replan::upTo, Replan::planned, Replan::left, Replan::finished)
                .containsExactly(day(15), 0, 0L, 5L, false);
        assertThat(found(2).orElseThrow().timeLeft()).isEmpty();
        plan(100);

        assertThat(found(2).orElseThrow().finished()).isTrue();
        assertThat(found(2).orElseThrow().timeLeft()).isEmpty();
        assertThat(found(3)).isEmpty();
    }

    @Test
    void ofAllTenantsOnlyWhatHasSettledIsNext() {
        ask(2, day(15));
        assertThat(versionsNext(Duration.ofHours(1))).doesNotContain(id());
        assertThat(versionsNext(Duration.ZERO)).contains(id());
    }

    /** Somebody decides about a member without knowing of the version yet: she is planned when that is done. */
    @Test
    void waitsForWhoeverIsDecidingAboutAMember() {
        ask(2, day(5));
        CompletableFuture<Replan> planning = ports.storage().transact(tx -> {
            desk.lock(tx, "soon");
            CompletableFuture<Replan> begun = meanwhile(() -> plan(100));
            assertThat(begun).isNotDone();
            return begun;
        });

        assertThat(planning.join().finished()).isTrue();
        assertThat(due("soon")).containsExactly(day(5));
    }

    private List<TenantId> versionsNext(Duration settled) {
        List<TenantId> tenants = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) { // other tests may have left some
            Optional<Replan> next = changing(
                    tx -> tx.replans().next(settled).map(replan -> tx.replans().plan(replan, 1_000)));
            if (next.isEmpty()) {
                break;
            }
            tenants.add(next.get().tenant());
        }
        return tenants;
    }

    private void ask(int version, Instant effectiveAt) {
        ProgramVersion asked = new ProgramVersion(version, effectiveAt, START, "", FullDocument.written());
        changing(tx -> {
            tx.replans().ask(id(), asked);
            return true;
        });
    }

    private long members(TenantId of) {
        return reading(tx -> tx.replans().members(of));
    }

    private Replan plan(int members) {
        return changing(tx -> tx.replans().plan(taken(tx), members));
    }

    private Optional<Replan> waiting() {
        return changing(tx -> tx.replans().nextOf(id()));
    }

    private Replan taken(Transaction tx) {
        return tx.replans().nextOf(id()).orElseThrow();
    }

    private Optional<Replan> found(int version) {
        return reading(tx -> tx.replans().find(id(), version));
    }

    private List<Instant> due(String... members) {
        List<Instant> due = new ArrayList<>();
        for (String member : members) {
            due.add(new Desk(ports, tenant).state(member).nextDueAt());
        }
        return due;
    }

    private <T> T changing(Function<Transaction, T> work) {
        return ports.storage().transact(work);
    }

    private <T> T reading(Function<Transaction, T> work) {
        return ports.storage().read(work);
    }
}
