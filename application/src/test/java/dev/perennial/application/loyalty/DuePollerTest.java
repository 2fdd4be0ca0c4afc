package dev.perennial.application.loyalty;

import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.loyalty.DueMembers.DueMember;
import dev.perennial.application.loyalty.DuePoller.Failure;
import dev.perennial.application.loyalty.DuePoller.Polled;
import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Backoff;
import dev.perennial.application.shared.Secret;
import dev.perennial.application.shared.StorageException;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.application.testing.Desk;
import dev.perennial.application.testing.FaultyStorage;
import dev.perennial.application.testing.Ports;
import dev.perennial.domain.program.ProgramChecker;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.domain.testing.Activities;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Units of four members expire on four days; the poller looks at two members at a time. */
final class DuePollerTest {

    private static final ProgramHistory PROGRAM =
            aProgram(aRule("base").perEuro(1).expiringAfter(10)).alone();

    private final Ports ports = Ports.inMemory();
    private final FaultyStorage storage = new FaultyStorage(ports.storage());
    private final Tenant tenant = ports.tenants().add("shop", new Secret(new byte[32]), "key of the shop");
    private final Desk desk = new Desk(ports, tenant);
    private final ProgramCatalog catalog = new ProgramCatalog(new ProgramChecker((source, currency) -> {
        throw new AssertionError("no program is applied here");
    }));
    private volatile Instant now = day(30);
    private final Lanes lanes = new Lanes(storage, catalog, new TenantTime(() -> now), new Backoff(new Random(1)), 1);
    private final DuePoller poller = new DuePoller(ports.dueMembers(), lanes, () -> now, 2);

    @BeforeEach
    void earn() {
        for (int i = 1; i <= 4; i++) {
            desk.enrol("m" + i, START);
            desk.record(
                    "m" + i, PROGRAM, Activities.aPurchase("o" + i).of(1_000).on(day(i)));
        }
    }

    @AfterEach
    void close() {
        lanes.close();
    }

    @Test
    void goesOnUntilNothingIsDue() {
        polls(2, 0, true);
        polls(2, 0, true);
        polls(0, 0, false);
    }

    @Test
    void whoCannotBeAdvancedHoldsUpNobody() {
        storage.failingFor("m1", rejected()).failingFor("m2", rejected());

        polls(0, 2, true);
        polls(2, 0, true);
        polls(0, 0, false);
        storage.mend();
        now = now.plusSeconds(5);
        assertThat(polls(2, 0, true).goOn()).as("those who failed, again").isTrue();
    }

    @Test
    void doesNotSpinOnThoseWhoFail() {
        advanceAllBut("m1");
        storage.failingFor("m1", rejected());

        assertThat(polls(0, 1, false).goOn()).isFalse();
    }

    @Test
    void doesNotSpinOnThoseWhomItCannotHelp() {
        advanceAllBut("m1");
        DueMember due = ports.dueMembers().due(now, null, 1).getFirst();
        desk.advance("m1", now);
        DuePoller misled = new DuePoller(new Always(due), lanes, () -> now, 2);

        assertThat(misled.pollOnce().goOn()).isFalse();
    }

    @Test
    void whoKeepsFailingIsTriedLessAndLessOften() {
        advanceAllBut("m1");
        storage.failingFor("m1", rejected());
        assertThat(polls(0, 1, false).failures()).extracting(Failure::times).containsExactly(1);

        polls(0, 0, false);
        now = now.plusSeconds(5);
        Failure again = polls(0, 1, false).failures().getFirst();
        assertThat(again.times()).isEqualTo(2);
        assertThat(again.cause()).isInstanceOf(StorageException.Rejected.class);
        now = now.plusSeconds(9);
        polls(0, 0, false);
        now = now.plusSeconds(1);
        polls(0, 1, false);
        for (int i = 4; i <= 12; i++) {
            now = now.plus(Duration.ofMinutes(15));
            assertThat(polls(0, 1, false).failures()).extracting(Failure::times).containsExactly(i);
        }
        storage.mend();
        now = now.plus(Duration.ofMinutes(15));
        polls(1, 0, false);
    }

    @Test
    void anOutageMakesNobodyWait() {
        advanceAllBut("m1");
        storage.failingFor("m1", new StorageException.Unavailable(new IllegalStateException("as told")));

        assertThat(polls(0, 1, false).failures()).extracting(Failure::times).containsExactly(0);
        storage.mend();
        polls(1, 0, false);
    }

    /** Says that somebody is due, whatever was done. */
    private record Always(DueMember member) implements DueMembers {

        @Override
        public List<DueMember> due(Instant now, @Nullable DueMember after, int limit) {
            return List.of(member);
        }

        @Override
        public List<DueMember> dueIn(TenantId sandbox, Instant until, int limit) {
            return List.of();
        }
    }

    private Polled polls(int advanced, int failed, boolean more) {
        Polled polled = poller.pollOnce();
        assertThat(polled.advanced()).as("advanced").isEqualTo(advanced);
        assertThat(polled.failures()).as("failures").hasSize(failed);
        assertThat(polled.more()).as("more").isEqualTo(more);
        return polled;
    }

    private void advanceAllBut(String member) {
        ports.dueMembers().due(now, null, 4).stream()
                .map(due -> due.member().value())
                .filter(other -> !other.equals(member))
                .forEach(other -> desk.advance(other, now));
    }

    private static RuntimeException rejected() {
        return new StorageException.Rejected(new IllegalStateException("as told"));
    }
}
