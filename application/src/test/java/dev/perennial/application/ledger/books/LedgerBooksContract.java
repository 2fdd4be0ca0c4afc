package dev.perennial.application.ledger.books;

import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Activities.aRefundOf;
import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.MILES;
import static dev.perennial.domain.testing.Programs.POINTS;
import static dev.perennial.domain.testing.Programs.STAMPS;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.testing.PortContract;
import dev.perennial.domain.ledger.Account;
import dev.perennial.domain.ledger.Balance;
import dev.perennial.domain.ledger.books.BookFlow;
import dev.perennial.domain.ledger.books.LotBalance;
import dev.perennial.domain.ledger.books.Owed;
import dev.perennial.domain.ledger.books.VintageFlow;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link LedgerBooks} promises. */
public abstract class LedgerBooksContract extends PortContract {

    private static final ProgramHistory PROGRAM = aProgram(
                    aRule("base").perEuro(1).pendingFor(2).expiringAfter(10),
                    aRule("stamp").fixed(1).in(STAMPS))
            .alone();
    private static final ProgramHistory FLIGHTS =
            aProgram(aRule("miles").fixed(6).in(MILES)).alone();

    /** The lots of day 0 are active from day 2 and run out on day 10; on day 11 ben gives back what he bought. */
    @BeforeEach
    void live() {
        desk.enrol("ada", START);
        desk.enrol("ben", START);
        desk.record("ada", PROGRAM, aPurchase("o1").of(1_000).on(day(0)));
        desk.record("ben", PROGRAM, aPurchase("o2").of(2_000).on(day(0)));
        desk.adjust("ada", "gift", POINTS, 7, day(1));
        desk.record("ada", PROGRAM, aPurchase("o3").of(500).on(day(5)));
        desk.record("ben", PROGRAM, aRefundOf("o2").of(2_000).as("r1").on(day(11)));
        desk.enrol("cid", START);
        desk.record("cid", FLIGHTS, aPurchase("o4").on(day(0)));
        otherDesk.enrol("ada", START);
        otherDesk.record("ada", PROGRAM, aPurchase("o1").of(9_900).on(day(0)));
    }

    @Test
    void balancesAreByVersionAndExpiry() {
        assertThat(balances(day(1), day(1), POINTS))
                .containsExactlyInAnyOrder(balance(1, day(10), false, 0, 30, 0), balance(0, null, false, 7, 0, 0));
        assertThat(balances(day(5), day(5), POINTS))
                .as("ben's lot is not known to be active, as nobody has looked at him")
                .containsExactlyInAnyOrder(
                        balance(1, day(10), false, 10, 20, 0),
                        balance(1, day(15), false, 0, 5, 0),
                        balance(0, null, false, 7, 0, 0));
    }

    @Test
    void whatHasRunOutIsOverdueUntilThatIsWritten() {
        assertThat(balances(day(10), day(10), POINTS))
                .containsExactlyInAnyOrder(
                        balance(1, day(10), true, 10, 20, 0),
                        balance(1, day(15), false, 0, 5, 0),
                        balance(0, null, false, 7, 0, 0));
        assertThat(balances(day(10), day(11), POINTS))
                .as("ben's expiry was written on day 11 and counts from day 10")
                .containsExactlyInAnyOrder(
                        balance(1, day(10), true, 10, 0, 0),
                        balance(1, day(15), false, 0, 5, 0),
                        balance(0, null, false, 7, 0, 0));
    }

    @Test
    void slidingLotsAreApart() {
        assertThat(balances(day(0), day(0), MILES))
                .containsExactly(new LotBalance(MILES, 1, true, null, false, new Owed(6, 0, 0), 0));
        assertThat(balances(day(0), day(0))).isEmpty();
        assertThat(balances(START.minusSeconds(1), day(11), MILES)).isEmpty();
        assertThat(balances(day(11), START.minusSeconds(1), MILES)).isEmpty();
    }

    @Test
    void whatMembersOweIsApart() {
        ProgramHistory atOnce = aProgram(aRule("base").perEuro(1)).alone();
        otherDesk.enrol("eve", START);
        otherDesk.record("eve", atOnce, aPurchase("o5").of(1_000).on(day(0)));
        otherDesk.adjust("eve", "take", POINTS, -6, day(1));
        otherDesk.record("eve", atOnce, aRefundOf("o5").of(1_000).as("r5").on(day(2)));

        Moment now = new Moment(day(2), day(2));
        assertThat(ports.ledgerBooks().balances(otherTenant.id(), Set.of(POINTS), now))
                .containsExactlyInAnyOrder(balance(1, day(10), false, 0, 99, 0), balance(1, null, false, 0, 0, 6));
        assertThat(ports.ledgerBooks().balances(otherTenant.id(), member("eve"), Long.MAX_VALUE, now))
                .containsEntry(POINTS, new Balance(0, 0, 0, 6));
    }

    @Test
    void aMembersBalancesAreThoseOfTheTime() {
        assertThat(member(day(1), day(1), Long.MAX_VALUE)).isEqualTo(new Balance(7, 10, 0, 0));
        assertThat(member(day(2), day(5), Long.MAX_VALUE)).isEqualTo(new Balance(17, 0, 0, 0));
        assertThat(member(day(2), day(2), Long.MAX_VALUE)).isEqualTo(new Balance(7, 10, 0, 0));
        assertThat(member(day(11), day(11), 2)).isEqualTo(new Balance(0, 10, 0, 0));
        Moment now = new Moment(day(11), day(11));
        assertThat(ports.ledgerBooks().balances(id(), member("nobody"), Long.MAX_VALUE, now))
                .isEmpty();
    }

    @Test
    void flowsAreByThePeriodInWhichTheyWereRecorded() {
        assertThat(ports.ledgerBooks().flows(id(), Set.of(POINTS), List.of(day(1), day(5), day(6))))
                .containsExactlyInAnyOrder(
                        new BookFlow(0, POINTS, 1, "base", Account.ISSUED, Account.PENDING, 30),
                        new BookFlow(1, POINTS, 0, "", Account.ADJUSTED, Account.AVAILABLE, 7),
                        new BookFlow(2, POINTS, 1, "base", Account.ISSUED, Account.PENDING, 5),
                        new BookFlow(2, POINTS, 1, "base", Account.PENDING, Account.AVAILABLE, 10));
        assertThat(ports.ledgerBooks().flows(id(), Set.of(), List.of(day(1)))).isEmpty();
    }

    @Test
    void vintagesAreByThePeriodOfIssueAndTheOneFromWhichEntriesCount() {
        List<Instant> boundaries = List.of(day(0), day(1), day(2), day(5), day(6));
        assertThat(ports.ledgerBooks().vintages(id(), Set.of(POINTS), boundaries))
                .containsExactlyInAnyOrder(
                        new VintageFlow(POINTS, 1, 1, true, Account.ISSUED, Account.PENDING, 30),
                        new VintageFlow(POINTS, 1, 3, false, Account.PENDING, Account.AVAILABLE, 30),
                        new VintageFlow(POINTS, 2, 2, true, Account.ADJUSTED, Account.AVAILABLE, 7),
                        new VintageFlow(POINTS, 4, 4, true, Account.ISSUED, Account.PENDING, 5));
        assertThat(ports.ledgerBooks().vintages(id(), Set.of(), boundaries)).isEmpty();
    }

    private List<LotBalance> balances(Instant asOf, Instant knownAt, UnitId... units) {
        return ports.ledgerBooks().balances(id(), Set.of(units), new Moment(asOf, knownAt));
    }

    private Balance member(Instant asOf, Instant knownAt, long lastEntry) {
        return ports.ledgerBooks()
                .balances(id(), member("ada"), lastEntry, new Moment(asOf, knownAt))
                .getOrDefault(POINTS, Balance.ZERO);
    }

    private static LotBalance balance(
            int version, @Nullable Instant expiresAt, boolean overdue, long available, long pending, long debt) {
        Instant quarter = expiresAt == null ? null : expiresAt.minusSeconds(15 * 60);
        return new LotBalance(POINTS, version, false, quarter, overdue, new Owed(available, pending, 0), debt);
    }
}
