package dev.perennial.application.loyalty;

import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.loyalty.DuePoller.Polled;
import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Secret;
import dev.perennial.application.shared.StorageException;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.testing.Desk;
import dev.perennial.application.testing.FaultyStorage;
import dev.perennial.application.testing.Ports;
import dev.perennial.domain.program.ProgramChecker;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.testing.Activities;
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
    private final Lanes lanes = new Lanes(storage, catalog, () -> day(30), 1);
    private final DuePoller poller = new DuePoller(ports.dueMembers(), lanes, () -> day(30), 2);

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
        assertThat(poller.pollOnce()).isEqualTo(new Polled(2, 0, true));
        assertThat(poller.pollOnce()).isEqualTo(new Polled(2, 0, true));
        Polled last = poller.pollOnce();

        assertThat(last).isEqualTo(new Polled(0, 0, false));
        assertThat(last.goOn()).isFalse();
    }

    @Test
    void whoCannotBeAdvancedHoldsUpNobody() {
        storage.failingFor("m1", rejected()).failingFor("m2", rejected());

        assertThat(poller.pollOnce()).isEqualTo(new Polled(0, 2, true));
        assertThat(poller.pollOnce()).isEqualTo(new Polled(2, 0, true));
        assertThat(poller.pollOnce()).isEqualTo(new Polled(0, 0, false));
        storage.mend();
        assertThat(poller.pollOnce()).as("those who failed, again").isEqualTo(new Polled(2, 0, true));
    }

    @Test
    void doesNotSpinOnThoseWhoFail() {
        ports.dueMembers().due(day(30), null, 4).stream()
                .skip(1)
                .forEach(due -> desk.advance(due.member().value(), day(30)));
        storage.rollingBack(rejected());

        assertThat(poller.pollOnce().goOn()).isFalse();
    }

    private static RuntimeException rejected() {
        return new StorageException.Rejected(new IllegalStateException("as told"));
    }
}
