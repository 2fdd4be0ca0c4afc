package dev.perennial.domain.loyalty.raffle;

import java.nio.ByteBuffer;

/**
 * The tickets of one member, numbered without gaps: a line of the published list.
 *
 * @param first the number of the first one, from 1
 * @param count how many, at least 1
 */
public record TicketRange(Hash pseudonym, long first, long count) {

    private static final int LEAF_BYTES = Hash.BYTES + 2 * Long.BYTES;

    public TicketRange {
        if (first < 1 || count < 1 || Math.addExact(first, count - 1) < 1) {
            throw new IllegalArgumentException("tickets are numbered from 1, and a member in the list has some");
        }
    }

    public long last() {
        return first + count - 1;
    }

    /** The line as it is hashed: the pseudonym, then first and count as 8 bytes each, the highest byte first. */
    public Hash leaf() {
        byte[] line = ByteBuffer.allocate(LEAF_BYTES)
                .put(pseudonym.bytes())
                .putLong(first)
                .putLong(count)
                .array();
        return MerkleTree.leaf(line);
    }
}
