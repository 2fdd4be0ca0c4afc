package dev.perennial.domain.loyalty.raffle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.testing.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawTest {

    private static List<Holder> list(long... tickets) {
        List<Holder> list = new ArrayList<>();
        long first = 1;
        for (long count : tickets) {
            Hash pseudonym = Hash.sha256(("member " + list.size()).getBytes(UTF_8));
            TicketRange range = new TicketRange(pseudonym, first, count);
            list.add(new Holder(new MemberId("m" + list.size()), list.size(), 0, range));
            first = Math.addExact(first, count);
        }
        return list;
    }

    private static List<Place> draw(String seed, List<Holder> list, int count) {
        long tickets = list.isEmpty() ? 0 : list.getLast().tickets().last();
        return new Draw(Hash.sha256(seed.getBytes(UTF_8)), "", tickets)
                .places(
                        count,
                        ticket -> list.stream()
                                .filter(holder -> holder.tickets().first() <= ticket
                                        && ticket <= holder.tickets().last())
                                .findFirst()
                                .orElseThrow());
    }

    @Test
    void everybodyIsNamedOnceWithOneOfTheOwnTickets() {
        Seeds.each(50, random -> {
            long[] tickets = random.longs(1 + random.nextInt(40), 1, 1_000).toArray();
            List<Place> places = draw("seed " + random.nextLong(), list(tickets), Integer.MAX_VALUE);

            assertThat(places)
                    .hasSize(tickets.length)
                    .allSatisfy(place -> assertThat(place.ticket())
                            .isBetween(
                                    place.holder().tickets().first(),
                                    place.holder().tickets().last()));
            assertThat(places)
                    .extracting(place -> place.holder().memberNumber())
                    .doesNotHaveDuplicates();
        });
    }

    @Test
    void aLongerSequenceBeginsWithTheShorterOne() {
        List<Holder> list = list(5, 1, 9, 2, 2, 7);
        assertThat(draw("seed", list, 6).subList(0, 2)).isEqualTo(draw("seed", list, 2));
    }

    @Test
    void nobodyIsDrawnFromAnEmptyListAndAllFromAShortOne() {
        assertThat(draw("seed", list(), 3)).isEmpty();
        assertThat(draw("seed", list(1, 1), 3)).hasSize(2);
    }

    /** Drawing on until a ticket of the other comes up would take for ever. */
    @Test
    void whoHasNearlyAllTicketsDoesNotHoldUpTheDraw() {
        List<Holder> list = list(Long.MAX_VALUE - 3, 1, 1);
        assertThat(draw("seed", list, 3)).hasSize(3);
    }

    /** Of two members with one and three tickets, the second is first in three of four draws. */
    @Test
    void ticketsAreTheWeight() {
        List<Holder> list = list(1, 3);
        long second = IntStream.range(0, 4_000)
                .filter(i -> draw("seed " + i, list, 1).getFirst().holder().memberNumber() == 1)
                .count();
        // Five standard deviations: seeds are fixed, so it fails always or never.
        assertThat(second).isCloseTo(3_000, within(137L));
    }

    @Test
    void thePublicValueChangesTheDraw() {
        List<Holder> list = list(1_000_000, 1_000_000, 1_000_000);
        Hash seed = Hash.sha256();
        assertThat(new Draw(seed, "a", 3_000_000).places(1, ticket -> list.get((int) ((ticket - 1) / 1_000_000))))
                .isNotEqualTo(new Draw(seed, "b", 3_000_000)
                        .places(1, ticket -> list.get((int) ((ticket - 1) / 1_000_000))));
    }
}
