package dev.perennial.application.ledger.flow;

import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Activities.aRefundOf;
import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.POINTS;
import static dev.perennial.domain.testing.Programs.STAMPS;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.testing.PortContract;
import dev.perennial.domain.ledger.Account;
import dev.perennial.domain.ledger.EntryKind;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.UnitId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link UnitFlows} promises. Days begin at noon (UTC) here. */
public abstract class UnitFlowsContract extends PortContract {

    private static final ProgramHistory PROGRAM = aProgram(
                    aRule("base").perEuro(1).pendingFor(2).expiringAfter(10),
                    aRule("stamp").fixed(1).in(STAMPS))
            .alone();

    /** Two orders on day 0, one of which is refunded on day 11, when its points have run out; and one on day 1. */
    @BeforeEach
    void earn() {
        desk.enrol("ada", START);
        desk.enrol("ben", START);
        desk.record("ada", PROGRAM, aPurchase("o1").of(1_000).on(day(0)));
        desk.record("ben", PROGRAM, aPurchase("o2").of(2_000).on(day(0)));
        desk.record("ada", PROGRAM, aPurchase("o3").of(500).on(day(1)));
        desk.record("ben", PROGRAM, aRefundOf("o2").of(2_000).as("r1").on(day(11)));
        otherDesk.enrol("ada", START);
        otherDesk.record("ada", PROGRAM, aPurchase("o1").of(9_900).on(day(0)));
    }

    @Test
    void sumsWhatIsAlike() {
        assertThat(during(0, 0, POINTS)).containsExactly(points(EntryKind.EARN, "ISSUED", "PENDING", 30));
        assertThat(during(1, 10, POINTS)).containsExactly(points(EntryKind.EARN, "ISSUED", "PENDING", 5));
        assertThat(during(0, 10, STAMPS))
                .containsExactly(
                        new UnitFlow(STAMPS, "stamp", 1, EntryKind.EARN, Account.ISSUED, Account.AVAILABLE, 3));
        assertThat(during(0, 30)).isEmpty();
        assertThat(during(50, 60, POINTS, STAMPS)).isEmpty();
    }

    /** Only on day 11 it is written down that ben's points became active and ran out; then they are taken back. */
    @Test
    void whatComesBackBelongsToTheRuleThatGrantedTheLot() {
        assertThat(during(11, 11, POINTS))
                .containsExactlyInAnyOrder(
                        points(EntryKind.ACTIVATE, "PENDING", "AVAILABLE", 20),
                        points(EntryKind.EXPIRE, "AVAILABLE", "EXPIRED", 20),
                        points(EntryKind.REVERSE_EXPIRY, "EXPIRED", "AVAILABLE", 20),
                        points(EntryKind.CLAWBACK, "AVAILABLE", "ISSUED", 20));
    }

    @Test
    void summedOrNotItIsTheSame() {
        List<UnitFlow> all = during(0, 30, POINTS, STAMPS);
        List<UnitFlow> some = during(1, 11, POINTS);
        assertThat(ports.unitFlows().firstUnsummed(id())).contains(day(0));

        sum(0);
        assertThat(ports.unitFlows().firstUnsummed(id())).contains(day(1));
        assertThat(during(0, 30, POINTS, STAMPS)).containsExactlyInAnyOrderElementsOf(all);
        sum(1);
        assertThat(ports.unitFlows().firstUnsummed(id())).contains(day(11));
        sum(11);

        assertThat(ports.unitFlows().firstUnsummed(id())).isEmpty();
        assertThat(during(0, 30, POINTS, STAMPS)).containsExactlyInAnyOrderElementsOf(all);
        assertThat(during(1, 11, POINTS)).containsExactlyInAnyOrderElementsOf(some);
        assertThat(ports.unitFlows().firstUnsummed(otherTenant.id())).contains(day(0));
    }

    @Test
    void aDayIsSummedOnce() {
        List<UnitFlow> all = during(0, 30, POINTS);
        CompletableFuture<?>[] callers = IntStream.range(0, 6)
                .mapToObj(caller -> meanwhile(() -> {
                    sum(0);
                    return caller;
                }))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(callers).join();
        sum(1);
        sum(0);

        assertThat(during(0, 30, POINTS)).containsExactlyInAnyOrderElementsOf(all);
        assertThat(ports.unitFlows().firstUnsummed(id())).contains(day(11));
    }

    @Test
    void whatIsRecordedAfterASummedDayIsAdded() {
        sum(0);
        sum(1);
        sum(11);
        desk.record("ada", PROGRAM, aPurchase("o9").of(700).on(day(40)));

        assertThat(during(40, 40, STAMPS)).hasSize(1);
        assertThat(during(0, 40, STAMPS).stream().mapToLong(flow -> flow.into(Account.AVAILABLE)))
                .containsExactlyInAnyOrder(4L, -1L);
        assertThat(ports.unitFlows().firstUnsummed(id())).contains(day(40));
    }

    @Test
    void aMembersOwnAreHersAlone() {
        assertThat(ports.unitFlows().of(id(), new MemberId("ada"), Set.of(POINTS)))
                .containsExactly(points(EntryKind.EARN, "ISSUED", "PENDING", 15));
        assertThat(ports.unitFlows().of(id(), new MemberId("nobody"), Set.of(POINTS)))
                .isEmpty();
    }

    private static UnitFlow points(EntryKind kind, String from, String to, long amount) {
        return new UnitFlow(POINTS, "base", 1, kind, Account.valueOf(from), Account.valueOf(to), amount);
    }

    private List<UnitFlow> during(int first, int last, UnitId... units) {
        Days days = new Days(date(first), date(last), day(first), day(last + 1));
        return ports.unitFlows().during(id(), Set.of(units), days);
    }

    private void sum(int number) {
        ports.unitFlows().sum(id(), new Day(date(number), day(number), day(number + 1)));
    }

    private static LocalDate date(int number) {
        return LocalDate.of(2026, 1, 1).plusDays(number);
    }
}
