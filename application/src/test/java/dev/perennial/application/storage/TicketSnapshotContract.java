package dev.perennial.application.storage;

import static dev.perennial.application.testing.ARaffle.line;
import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Activities.aRefundOf;
import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.POINTS;
import static dev.perennial.domain.testing.Programs.STAMPS;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.storage.TicketSnapshot.Held;
import dev.perennial.application.storage.TicketSnapshot.Line;
import dev.perennial.application.testing.ARaffle;
import dev.perennial.application.testing.PortContract;
import dev.perennial.domain.loyalty.raffle.Hash;
import dev.perennial.domain.loyalty.raffle.TicketRange;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.RaffleDocument;
import dev.perennial.domain.shared.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link TicketSnapshot} promises. */
public abstract class TicketSnapshotContract extends PortContract {

    private static final ProgramHistory PROGRAM = aProgram(aRule("base")).alone();
    private static final RaffleDocument TERMS = new RaffleDocument("spring", "", "points", day(10), 3, "");

    private ARaffle raffle;
    private int ada;
    private int bob;

    @BeforeEach
    void announce() {
        ada = desk.enrol("ada", START).number();
        bob = desk.enrol("bob", START).number();
        otherDesk.enrol("ada", START);
        raffle = new ARaffle(ports, id(), TERMS).announced(START);
    }

    @Test
    void asksWhoeverEverHadTheUnitPageByPage() {
        desk.enrol("without", START);
        desk.adjust("ada", "a1", POINTS, 5, START);
        desk.adjust("ada", "a2", POINTS, -5, START);
        desk.adjust("bob", "b1", POINTS, 5, START);
        desk.adjust("bob", "b2", STAMPS, 5, START);
        otherDesk.adjust("ada", "a1", POINTS, 5, START);

        assertThat(candidates(0, 10)).isEqualTo(Map.of(ada, member("ada"), bob, member("bob")));
        assertThat(candidates(0, 1)).isEqualTo(Map.of(ada, member("ada")));
        assertThat(candidates(ada, 10)).isEqualTo(Map.of(bob, member("bob")));
        assertThat(candidates(bob, 10)).isEmpty();
    }

    @Test
    void asksThoseForWhomSomethingWasDueToo() {
        ProgramHistory pending =
                aProgram(aRule("stamp").in(STAMPS).pendingFor(8)).alone();
        desk.record("ada", pending, aPurchase("o1").of(700).on(day(2)));
        desk.record("bob", pending, aPurchase("o2").of(700).on(day(3)));

        assertThat(candidates(0, 10)).isEqualTo(Map.of(ada, member("ada")));
    }

    @Test
    void readsWhatTheLedgerSaysOfTheMomentWhateverCameLater() {
        desk.record("ada", PROGRAM, aPurchase("o1").of(700).on(day(1)));
        long atClose =
                desk.adjust("ada", "a1", POINTS, -2, day(10)).after().wallet().lastEntry();
        desk.adjust("ada", "a2", POINTS, 100, day(11));
        desk.record("ada", PROGRAM, aRefundOf("o1").of(700).on(day(12)));
        desk.record("ada", PROGRAM, aPurchase("late").of(900).on(day(2)), day(13));
        desk.adjust("bob", "b1", POINTS, 3, day(11));

        assertThat(held(day(10))).isEqualTo(Map.of(ada, new Held(5, atClose)));
        assertThat(held(day(0))).isEmpty();
    }

    @Test
    void countsNothingThatIsPending() {
        ProgramHistory pending = aProgram(aRule("base").pendingFor(20)).alone();
        desk.record("ada", pending, aPurchase("o1").of(700).on(day(1)));

        assertThat(held(day(10))).isEmpty();
    }

    @Test
    void keepsTheFirstLineOfAMember() {
        add(line(ada, 1, 5, 1));
        add(line(ada, 9, 7, 2), line(bob, 2, 3, 1));

        assertThat(unnumbered(10)).containsExactly(line(ada, 1, 5, 1), line(bob, 2, 3, 1));
    }

    @Test
    void numbersInTheOrderOfUnsignedPseudonyms() {
        add(line(ada, 0xff, 5, 1), line(bob, 0x01, 3, 1));
        assertThat(unnumbered(1)).containsExactly(line(bob, 0x01, 3, 1));

        number(0, new TicketRange(line(bob, 0x01, 3, 1).pseudonym(), 1, 3));
        assertThat(unnumbered(10)).containsExactly(line(ada, 0xff, 5, 1));

        number(1, new TicketRange(line(ada, 0xff, 5, 1).pseudonym(), 4, 5));
        assertThat(unnumbered(10)).isEmpty();
        assertThat(raffle.<List<Hash>>read(tx -> tx.publishedTickets().blocks(id(), raffle.number())))
                .containsExactly(ARaffle.ROOT, ARaffle.ROOT);
    }

    private Map<Integer, MemberId> candidates(int after, int limit) {
        return raffle.read(tx -> tx.ticketSnapshot().candidates(id(), POINTS, day(10), after, limit));
    }

    private Map<Integer, Held> held(Instant at) {
        return raffle.read(tx -> tx.ticketSnapshot().held(id(), POINTS, Set.of(ada, bob), at));
    }

    private void add(Line... lines) {
        raffle.transact(tx -> {
            tx.ticketSnapshot().add(id(), raffle.number(), List.of(lines));
            return null;
        });
    }

    private List<Line> unnumbered(int limit) {
        return raffle.read(tx -> tx.ticketSnapshot().unnumbered(id(), raffle.number(), limit));
    }

    private void number(int block, TicketRange... ranges) {
        raffle.transact(tx -> {
            tx.ticketSnapshot().number(id(), raffle.number(), block, ARaffle.ROOT, List.of(ranges));
            return null;
        });
    }
}
