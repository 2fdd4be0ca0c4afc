package dev.perennial.domain.loyalty.raffle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.testing.RaffleVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The numbers of docs/raffles.md: the page must say what the code comes to, and the verifier must agree. */
class WorkedExampleTest {

    private static final byte[] SALT =
            HexFormat.of().parseHex("202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f");
    private static final Hash SEED =
            Hash.of(HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"));
    private static final String BEACON = "7, 13, 21, 28, 34, 45";
    private static final Map<String, Integer> TICKETS = Map.of("alice", 5, "bob", 3, "carol", 1, "dave", 7);

    private final List<Holder> list = list();
    private final Draw draw = new Draw(SEED, BEACON, 16);

    private static List<Holder> list() {
        TreeMap<Hash, String> names = new TreeMap<>();
        TICKETS.keySet().forEach(name -> names.put(pseudonym(name), name));
        List<Holder> list = new ArrayList<>();
        long first = 1;
        for (Map.Entry<Hash, String> name : names.entrySet()) {
            TicketRange range = new TicketRange(name.getKey(), first, TICKETS.get(name.getValue()));
            list.add(new Holder(new MemberId(name.getValue()), list.size() + 1, 0, range));
            first = range.last() + 1;
        }
        return list;
    }

    private static Hash pseudonym(String name) {
        return Pseudonym.of(Pseudonym.key(SALT, new MemberId(name)), new MemberId(name));
    }

    private Holder holderOf(long ticket) {
        return list.stream()
                .filter(holder -> holder.tickets().last() >= ticket)
                .findFirst()
                .orElseThrow();
    }

    private Hash root() {
        return MerkleTree.root(
                list.stream().map(holder -> holder.tickets().leaf()).toList());
    }

    @Test
    void thePageHasEveryNumberOfTheList() throws IOException {
        String page = Files.readString(Path.of("../docs/raffles.md"));
        assertThat(page).contains(SEED.hex(), Hash.sha256(SEED.bytes()).hex(), BEACON, root().hex());
        for (Holder holder : list) {
            TicketRange range = holder.tickets();
            assertThat(page)
                    .contains("| %s | `%s` | `%s` | %d | %d | `%s` |"
                            .formatted(
                                    holder.member().value(),
                                    Pseudonym.key(SALT, holder.member()).hex(),
                                    range.pseudonym().hex(),
                                    range.first(),
                                    range.count(),
                                    range.leaf().hex()));
        }
    }

    @Test
    void thePageHasEveryPlaceOfTheDraw() throws IOException {
        String page = Files.readString(Path.of("../docs/raffles.md"));
        for (Place place : draw.places(4, this::holderOf)) {
            assertThat(page)
                    .contains("| %d | %d: %s |"
                            .formatted(
                                    place.ticket(),
                                    place.number(),
                                    place.holder().member().value()));
        }
    }

    @Test
    void whoseTicketIsTakenBackMakesRoomForTheNext() {
        assertThat(winners(0)).containsExactly("alice", "dave");
        assertThat(winners(2)).containsExactly("alice", "dave");
        assertThat(winners(3)).containsExactly("dave", "carol");
    }

    private List<String> winners(long takenBack) {
        return outcome(takenBack).winners().stream()
                .map(place -> place.holder().member().value())
                .toList();
    }

    private Outcome outcome(long takenBack) {
        int alice = holderOf(14).memberNumber();
        return Outcome.of(draw.places(4, this::holderOf), Map.of(alice, takenBack), 2);
    }

    @Test
    void theVerifierDrawsTheSameAndNoticesWhateverIsChanged() {
        List<String> published = published(outcome(3));
        assertThat(RaffleVerifier.says(published)).isEqualTo("verified");
        assertThat(RaffleVerifier.says(replaced(published, "disqualified", ""))).contains("the winners are these");
        assertThat(RaffleVerifier.says(replaced(published, " 12 5", " 12 6"))).contains("the list has the root");
    }

    private static List<String> replaced(List<String> published, String word, String by) {
        return published.stream().map(line -> line.replace(word, by)).toList();
    }

    private List<String> published(Outcome outcome) {
        return Stream.of(
                        Stream.of(
                                "commitment " + Hash.sha256(SEED.bytes()),
                                "root " + root(),
                                "winners 2",
                                "seed " + SEED,
                                "beacon " + BEACON),
                        list.stream()
                                .map(Holder::tickets)
                                .map(range -> "line " + range.pseudonym() + " " + range.first() + " " + range.count()),
                        outcome.disqualified().stream()
                                .map(gone -> "disqualified "
                                        + gone.place().holder().tickets().pseudonym() + " " + gone.takenBack()),
                        outcome.winners().stream()
                                .map(place -> "winner " + place.number() + " " + place.ticket() + " "
                                        + place.holder().tickets().pseudonym()))
                .flatMap(lines -> lines)
                .toList();
    }
}
