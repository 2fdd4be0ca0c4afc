package dev.perennial.application.loyalty;

import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.loyalty.DueMembers.DueMember;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.testing.Desk;
import dev.perennial.application.testing.PortContract;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.testing.Activities;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link DueMembers} promises. */
public abstract class DueMembersContract extends PortContract {

    private static final int EVERYBODY = 100_000;
    private static final ProgramHistory PROGRAM =
            aProgram(aRule("base").perEuro(1).expiringAfter(10)).alone();

    /** Units of late expire on day 13, of soon on day 11, of nobody never. */
    @BeforeEach
    void earn() {
        desk.enrol("nobody", START);
        desk.enrol("late", START);
        desk.enrol("soon", START);
        desk.record("late", PROGRAM, Activities.aPurchase("o1").of(1_000).on(day(3)));
        desk.record("soon", PROGRAM, Activities.aPurchase("o2").of(1_000).on(day(1)));
    }

    @Test
    void namesThoseWhoseMomentHasComeTheLongestOverdueFirst() {
        assertThat(due(day(11).minusSeconds(1))).isEmpty();
        assertThat(due(day(11))).containsExactly("soon");
        assertThat(due(day(20))).containsExactly("soon", "late");
    }

    @Test
    void returnsNoMoreThanAsked() {
        assertThat(ports.dueMembers().due(day(20), null, 1)).hasSize(1);
    }

    @Test
    void continuesAfterTheLastOneOfThePageBefore() {
        desk.enrol("same", START);
        desk.record("same", PROGRAM, Activities.aPurchase("o3").of(1_000).on(day(1)));

        List<String> paged = new ArrayList<>();
        for (DueMember last = null; ; ) {
            List<DueMember> page = ports.dueMembers().due(day(20), last, 1);
            if (page.isEmpty()) {
                break;
            }
            last = page.getLast();
            paged.add(last.tenant().equals(id()) ? last.member().value() : "another tenant's");
        }

        paged.removeIf("another tenant's"::equals);
        assertThat(paged).containsExactly("soon", "same", "late");
    }

    @Test
    void forgetsWhoWasAdvanced() {
        desk.advance("soon", day(12));

        assertThat(due(day(20))).containsExactly("late");
    }

    @Test
    void leavesOutWhoIsBeingDecidedFor() {
        List<String> meanwhile = ports.storage().transact(tx -> {
            desk.lock(tx, "soon");
            return meanwhile(() -> due(day(20))).join();
        });

        assertThat(meanwhile).containsExactly("late");
        assertThat(due(day(20))).containsExactly("soon", "late");
    }

    @Test
    void leavesNobodyLocked() {
        due(day(20));

        assertThat(desk.advance("soon", day(20)).hasEffect()).isTrue();
    }

    @Test
    void membersOfASandboxAreDueByItsOwnTimeOnly() {
        Tenant sandbox = aSandbox(START);
        Desk inSandbox = new Desk(ports, sandbox);
        inSandbox.enrol("late", START);
        inSandbox.enrol("soon", START);
        inSandbox.enrol("same", START);
        inSandbox.record("late", PROGRAM, Activities.aPurchase("o1").of(1_000).on(day(3)));
        inSandbox.record("same", PROGRAM, Activities.aPurchase("o2").of(1_000).on(day(3)));
        inSandbox.record("soon", PROGRAM, Activities.aPurchase("o3").of(1_000).on(day(1)));

        assertThat(ports.dueMembers().due(day(20), null, EVERYBODY))
                .extracting(DueMember::tenant)
                .doesNotContain(sandbox.id());
        assertThat(dueIn(sandbox, day(11).minusSeconds(1), 9)).isEmpty();
        assertThat(dueIn(sandbox, day(12), 9)).containsExactly("soon");
        assertThat(dueIn(sandbox, day(13), 9)).containsExactly("soon", "late", "same");
        assertThat(dueIn(sandbox, day(13), 2)).containsExactly("soon", "late");
        assertThat(dueIn(tenant, day(20), 9))
                .as("a real tenant has nobody in a sandbox")
                .isEmpty();

        inSandbox.advance("soon", day(12));
        assertThat(dueIn(sandbox, day(12), 9)).as("who was advanced").isEmpty();
    }

    @Test
    void inASandboxNobodyIsLeftOut() {
        Tenant sandbox = aSandbox(START);
        Desk inSandbox = new Desk(ports, sandbox);
        inSandbox.enrol("soon", START);
        inSandbox.record("soon", PROGRAM, Activities.aPurchase("o1").of(1_000).on(day(1)));

        List<String> meanwhile = ports.storage().transact(tx -> {
            inSandbox.lock(tx, "soon");
            return meanwhile(() -> dueIn(sandbox, day(20), 9)).join();
        });

        assertThat(meanwhile).containsExactly("soon");
    }

    private List<String> dueIn(Tenant sandbox, Instant until, int limit) {
        return ports.dueMembers().dueIn(sandbox.id(), until, limit).stream()
                .map(due -> due.member().value())
                .toList();
    }

    private List<String> due(Instant now) {
        return ports.dueMembers().due(now, null, EVERYBODY).stream()
                .filter(due -> due.tenant().equals(id()))
                .map(due -> due.member().value())
                .toList();
    }
}
