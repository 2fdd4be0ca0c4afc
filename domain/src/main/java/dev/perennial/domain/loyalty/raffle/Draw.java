package dev.perennial.domain.loyalty.raffle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.LongFunction;
import javax.crypto.Mac;

/**
 * The sequence in which members win: every ticket that still takes part is equally likely to be the next, and with it
 * all tickets of its holder leave.
 *
 * @param beacon the public value that is mixed in; empty for none
 * @param tickets how many there are
 */
public record Draw(Hash seed, String beacon, long tickets) {

    /**
     * The first places of the sequence. The same numbers always come to the same places, however many are asked for.
     *
     * @param count how many; fewer are returned when everybody has been named
     * @param holderOf who has the ticket of that number, 1 to {@link #tickets()}
     */
    public List<Place> places(int count, LongFunction<Holder> holderOf) {
        Mac mac = Hash.mac(key());
        TreeMap<Long, TicketRange> gone = new TreeMap<>();
        List<Place> places = new ArrayList<>();
        long left = tickets;
        for (long counter = 0; places.size() < count && left > 0; counter++) {
            long value = ByteBuffer.wrap(mac.doFinal(bytes(counter))).getLong();
            long rest = Long.remainderUnsigned(value, left);
            if (isInCompleteStretch(value - rest, left)) {
                long ticket = ticket(rest, gone);
                Holder holder = holderOf.apply(ticket);
                places.add(new Place(places.size() + 1, ticket, holder));
                gone.put(holder.tickets().first(), holder.tickets());
                left -= holder.tickets().count();
            }
        }
        return places;
    }

    private byte[] key() {
        byte[] mixed = beacon.getBytes(UTF_8);
        return ByteBuffer.allocate(Hash.BYTES + mixed.length)
                .put(seed.bytes())
                .put(mixed)
                .array();
    }

    private static byte[] bytes(long counter) {
        return ByteBuffer.allocate(Long.BYTES).putLong(counter).array();
    }

    /**
     * RATIONALE: 2^64 is seldom a multiple of the number of tickets. In the stretch that is cut off at its end, the low
     * rests would come once more often than the others, so values of it are thrown away. Both numbers are unsigned:
     * minus the length is 2^64 minus the length.
     */
    private static boolean isInCompleteStretch(long start, long length) {
        return Long.compareUnsigned(start, -length) <= 0;
    }

    /** The ticket with so many before it, not counting those that are gone. */
    private static long ticket(long before, TreeMap<Long, TicketRange> gone) {
        long ticket = before + 1;
        for (TicketRange range : gone.values()) {
            if (ticket < range.first()) {
                break;
            }
            ticket += range.count();
        }
        return ticket;
    }
}
