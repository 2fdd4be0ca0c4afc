package dev.perennial.application.testing;

import dev.perennial.application.storage.Raffles.Secrets;
import dev.perennial.application.storage.TicketSnapshot.Line;
import dev.perennial.domain.loyalty.raffle.Hash;
import dev.perennial.domain.loyalty.raffle.Place;
import dev.perennial.domain.loyalty.raffle.Raffle;
import dev.perennial.domain.loyalty.raffle.TicketRange;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that is kept of a raffle.
 *
 * @param lines by the member's number
 * @param ranges of the lines that are numbered, by the number of their first ticket
 */
record RaffleFile(
        Raffle state,
        Secrets secrets,
        SortedMap<Integer, Line> lines,
        SortedMap<Long, TicketRange> ranges,
        List<Hash> blocks,
        List<Place> places) {

    static RaffleFile of(Raffle state, Secrets secrets) {
        return new RaffleFile(state, secrets, new TreeMap<>(), new TreeMap<>(), List.of(), List.of());
    }

    RaffleFile in(Raffle newState) {
        return new RaffleFile(newState, secrets, lines, ranges, blocks, places);
    }

    RaffleFile drawing(List<Place> drawn) {
        return new RaffleFile(state, secrets, lines, ranges, blocks, List.copyOf(drawn));
    }

    RaffleFile with(List<Line> more) {
        SortedMap<Integer, Line> all = new TreeMap<>(lines);
        more.forEach(line -> all.putIfAbsent(line.member(), line));
        return new RaffleFile(state, secrets, all, ranges, blocks, places);
    }

    RaffleFile numbered(Hash root, List<TicketRange> more) {
        SortedMap<Long, TicketRange> all = new TreeMap<>(ranges);
        more.forEach(range -> all.put(range.first(), range));
        List<Hash> roots = new ArrayList<>(blocks);
        roots.add(root);
        return new RaffleFile(state, secrets, lines, all, List.copyOf(roots), places);
    }
}
