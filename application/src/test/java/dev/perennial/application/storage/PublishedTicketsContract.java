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

import dev.perennial.application.shared.RequestKey;
import dev.perennial.application.storage.PublishedTickets.Position;
import dev.perennial.application.testing.ARaffle;
import dev.perennial.application.testing.Desk;
import dev.perennial.application.testing.PortContract;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.loyalty.raffle.Hash;
import dev.perennial.domain.loyalty.raffle.Holder;
import dev.perennial.domain.loyalty.raffle.Place;
import dev.perennial.domain.loyalty.raffle.Raffle;
import dev.perennial.domain.loyalty.raffle.TicketRange;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.RaffleDocument;
import dev.perennial.domain.shared.UnitId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link PublishedTickets} promises. */
public abstract class PublishedTicketsContract extends PortContract {

    private static final ProgramHistory PROGRAM =
            aProgram(aRule("base"), aRule("stamp").fixed(1).in(STAMPS)).alone();
    private static final RaffleDocument TERMS = new RaffleDocument("spring", "", "points", day(10), 3, "");

    private ARaffle raffle;
    private Holder ada;
    private Holder bob;

    /** Bob's two tickets come first, then Ada's five. */
    @BeforeEach
    void publish() {
        int adaNumber = desk.enrol("ada", START).number();
        int bobNumber = desk.enrol("bob", START).number();
        desk.enrol("carol", START);
        desk.record("ada", PROGRAM, aPurchase("o1").of(500).on(day(1)));
        raffle = new ARaffle(ports, id(), TERMS).announced(START);
        raffle.closing();
        List<TicketRange> ranges = raffle.numbered(List.of(line(adaNumber, 0xff, 5, 2), line(bobNumber, 0x01, 2, 1)));
        bob = new Holder(member("bob"), bobNumber, 1, ranges.getFirst());
        ada = new Holder(member("ada"), adaNumber, 2, ranges.getLast());
    }

    @Test
    void listsLinesInTheOrderOfTheirTickets() {
        assertThat(list(1, 10)).containsExactly(bob, ada);
        assertThat(list(1, 1)).containsExactly(bob);
        assertThat(list(2, 10)).containsExactly(ada);
        assertThat(list(4, 10)).isEmpty();
    }

    private List<Holder> list(long fromTicket, int limit) {
        return read(tickets -> tickets.list(id(), raffle.number(), fromTicket, limit));
    }

    @Test
    void knowsWhoseEachTicketIs() {
        assertThat(holderOf(1)).isEqualTo(bob);
        assertThat(holderOf(2)).isEqualTo(bob);
        assertThat(holderOf(3)).isEqualTo(ada);
        assertThat(holderOf(7)).isEqualTo(ada);
    }

    private Holder holderOf(long ticket) {
        return read(tickets -> tickets.holderOf(id(), raffle.number(), ticket));
    }

    @Test
    void findsAMembersLineAndItsBlock() {
        assertThat(find("ada")).contains(new Position(ada, 0, 1));
        assertThat(find("carol")).isEmpty();
        assertThat(find("unknown")).isEmpty();
    }

    private Optional<Position> find(String member) {
        return read(tickets -> tickets.find(id(), raffle.number(), member(member)));
    }

    @Test
    void keepsTheBeginningOfTheSequence() {
        List<Place> places = List.of(new Place(1, 6, ada), new Place(2, 1, bob));
        raffle.transact(tx -> {
            Raffle.Closed closed = new Raffle.Closed(raffle.find().commitment(), TERMS, 0, ARaffle.ROOT, 2, 7, day(11));
            RequestKey close = RequestKey.command("close");
            RequestKey draw = RequestKey.command("draw");
            desk.claim(tx, close);
            desk.claim(tx, draw);
            tx.raffles().close(id(), closed, close, Desk.replyTo(close));
            Raffle.Drawn drawn = new Raffle.Drawn(closed, Hash.sha256(), "", day(12));
            tx.raffles().draw(id(), drawn, places, draw, Desk.replyTo(draw));
            return null;
        });

        assertThat(this.<List<Place>>read(tickets -> tickets.places(id(), raffle.number())))
                .isEqualTo(places);
    }

    @Test
    void hasTheLedgerOfThoseFromWhomSomethingWasTakenBack() {
        assertThat(clawedBack(POINTS)).isEmpty();
        desk.adjust("bob", "b1", POINTS, 3, day(11));
        desk.adjust("bob", "b2", POINTS, -3, day(11));
        desk.record("ada", PROGRAM, aRefundOf("o1").of(200).on(day(12)));

        Map<Integer, List<Entry>> found = clawedBack(POINTS);
        assertThat(found).containsOnlyKeys(ada.memberNumber());
        assertThat(found.get(ada.memberNumber()))
                .hasSize(2)
                .allMatch(entry -> entry.unit().equals(POINTS))
                .isSortedAccordingTo((one, other) -> Long.compare(one.number(), other.number()));
        assertThat(clawedBack(STAMPS)).isEmpty();
    }

    @Test
    void aRefundThatTheLineCountsIsNotOneAfterIt() {
        desk.enrol("dave", START);
        desk.record("dave", PROGRAM, aPurchase("o2").of(500).on(day(1)));
        long refunded = desk.record("dave", PROGRAM, aRefundOf("o2").of(200).on(day(2)))
                .decision()
                .after()
                .wallet()
                .lastEntry();
        int dave = desk.state("dave").number();
        raffle.transact(tx -> {
            tx.ticketSnapshot().add(id(), raffle.number(), List.of(line(dave, 0x02, 3, refunded)));
            return null;
        });

        assertThat(this.<Map<?, ?>>read(tickets -> tickets.clawedBack(id(), raffle.number(), POINTS, Set.of(dave))))
                .isEmpty();
    }

    private Map<Integer, List<Entry>> clawedBack(UnitId unit) {
        Set<Integer> members = Set.of(ada.memberNumber(), bob.memberNumber());
        return read(tickets -> tickets.clawedBack(id(), raffle.number(), unit, members));
    }

    private <T> T read(Function<PublishedTickets, T> question) {
        return raffle.read(tx -> question.apply(tx.publishedTickets()));
    }
}
