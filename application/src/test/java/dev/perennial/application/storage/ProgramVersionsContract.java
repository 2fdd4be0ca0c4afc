package dev.perennial.application.storage;

import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.application.shared.RequestKey;
import dev.perennial.application.shared.StorageException;
import dev.perennial.application.testing.Desk;
import dev.perennial.application.testing.PortContract;
import dev.perennial.domain.program.ProgramVersion;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.domain.testing.FullDocument;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link ProgramVersions} promises. */
public abstract class ProgramVersionsContract extends PortContract {

    @Test
    void hasNoneAtFirst() {
        assertThat(latest(id())).isZero();
        assertThat(all(id())).isEmpty();
    }

    @Test
    void returnsVersionsAsTheyWereAddedInTheirOrder() {
        ProgramVersion first = version(1);
        ProgramVersion second = version(2);
        add(first, "p1");
        add(second, "p2");

        assertThat(all(id())).containsExactly(first, second);
        assertThat(latest(id())).isEqualTo(2);
        assertThat(all(otherTenant.id())).isEmpty();
    }

    @Test
    void keepsTheReply() {
        add(version(1), "p1");
        RequestKey key = RequestKey.command("p1");

        Map<RequestKey, Requests.Earlier> earlier =
                ports.storage().transact(tx -> tx.requests().claim(id(), Map.of(key, desk.fingerprint("p1"))));

        assertThat(earlier).isEqualTo(Map.of(key, new Requests.Earlier(desk.fingerprint("p1"), Desk.replyTo(key))));
    }

    @Test
    void givesANumberOnlyOnce() {
        add(version(1), "p1");

        assertThatThrownBy(() -> add(version(1), "p2")).isInstanceOf(StorageException.Conflict.class);
        assertThat(all(id())).hasSize(1);
    }

    private void add(ProgramVersion version, String requestId) {
        ports.storage().transact(tx -> {
            RequestKey key = RequestKey.command(requestId);
            desk.claim(tx, key);
            tx.programs().add(id(), version, key, Desk.replyTo(key));
            return null;
        });
    }

    private int latest(TenantId of) {
        return ports.storage().read(tx -> tx.programs().latest(of));
    }

    private List<ProgramVersion> all(TenantId of) {
        return ports.storage().read(tx -> tx.programs().all(of));
    }

    private static ProgramVersion version(int number) {
        return new ProgramVersion(number, day(number), START, "why, “briefly”", FullDocument.written());
    }
}
