package dev.perennial.application.storage;

import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.application.shared.RequestKey;
import dev.perennial.application.shared.StorageException;
import dev.perennial.application.testing.Desk;
import dev.perennial.application.testing.PortContract;
import dev.perennial.domain.loyalty.Decision;
import dev.perennial.domain.loyalty.Loyalty;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.member.Profile;
import dev.perennial.domain.program.ProgramHistory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link Storage} promises. */
public abstract class StorageContract extends PortContract {

    @Test
    void returnsWhatTheWorkReturns() {
        assertThat(ports.storage().<String>transact(tx -> "written")).isEqualTo("written");
        assertThat(ports.storage().<String>read(tx -> "read")).isEqualTo("read");
    }

    @Test
    void leavesNothingOfWorkThatThrows() {
        RequestKey key = RequestKey.command("r1");
        IllegalStateException thrown = new IllegalStateException("changed my mind");

        assertThatThrownBy(() -> ports.storage().transact(tx -> {
                    desk.claim(tx, key);
                    Decision decision = Loyalty.enrol(ProgramHistory.NONE, member("ada"), 1, Profile.EMPTY, START);
                    tx.members().save(id(), List.of(Desk.effect(decision, key, Effect.Kind.ENROL_MEMBER, 1, START)));
                    throw thrown;
                }))
                .isSameAs(thrown);

        assertThat(desk.state("ada")).isNull();
        assertThat(ports.storage()
                        .<Map<?, ?>>transact(tx -> tx.requests().claim(id(), Map.of(key, desk.fingerprint("r1")))))
                .isEmpty();
    }

    @Test
    void doesNotWriteWhileReading() {
        Decision decision = Loyalty.enrol(ProgramHistory.NONE, member("ada"), 1, Profile.EMPTY, START);

        assertThatThrownBy(() -> ports.storage().read(tx -> {
                    tx.members().save(id(), List.of(new Effect(decision, null, START)));
                    return null;
                }))
                .isInstanceOf(StorageException.Rejected.class);

        assertThat(desk.state("ada")).isNull();
    }

    @Test
    void readsOneMomentThroughout() {
        desk.enrol("ada", START);

        ports.storage().read(tx -> {
            Map<?, MemberState> first = tx.members().read(id(), Set.of(member("ada")));
            meanwhile(() -> desk.record(
                            "ada",
                            aProgram(aRule("base")).alone(),
                            aPurchase("o1").of(100).on(day(1))))
                    .join();
            assertThat(tx.members().read(id(), Set.of(member("ada")))).isEqualTo(first);
            return null;
        });

        assertThat(desk.state("ada").lastActivity()).isEqualTo(1);
    }
}
