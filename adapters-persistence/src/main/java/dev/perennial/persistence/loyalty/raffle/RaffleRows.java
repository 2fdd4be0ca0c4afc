package dev.perennial.persistence.loyalty.raffle;

import static dev.perennial.persistence.jooq.Tables.RAFFLE;

import dev.perennial.domain.loyalty.raffle.Commitment;
import dev.perennial.domain.loyalty.raffle.Hash;
import dev.perennial.domain.loyalty.raffle.Raffle;
import dev.perennial.domain.program.RaffleDocument;
import java.util.function.Supplier;
import org.jooq.Record;

/** A raffle from its row; how far it is, is told by what its columns are NULL for. */
final class RaffleRows {

    private RaffleRows() {}

    /** @param seed opens the seed; asked only when it is revealed */
    static Raffle raffle(Record row, Supplier<Hash> seed) {
        Commitment commitment = new Commitment(
                row.get(RAFFLE.RAFFLE_NO),
                row.get(RAFFLE.RAFFLE_ID),
                Hash.of(row.get(RAFFLE.COMMITMENT)),
                row.get(RAFFLE.ANNOUNCED_AT));
        if (row.get(RAFFLE.CLOSES_AT) == null) {
            return new Raffle.Open(commitment);
        }
        if (row.get(RAFFLE.ROOT) == null) {
            return closing(row, commitment);
        }
        Raffle.Closed closed = new Raffle.Closed(
                commitment,
                terms(row),
                row.get(RAFFLE.MEMBERS_READ),
                Hash.of(row.get(RAFFLE.ROOT)),
                row.get(RAFFLE.MEMBERS),
                row.get(RAFFLE.TICKETS),
                row.get(RAFFLE.CLOSED_AT));
        return row.get(RAFFLE.DRAWN_AT) == null
                ? closed
                : new Raffle.Drawn(closed, seed.get(), row.get(RAFFLE.BEACON), row.get(RAFFLE.DRAWN_AT));
    }

    private static Raffle.Closing closing(Record row, Commitment commitment) {
        return new Raffle.Closing(
                commitment,
                terms(row),
                row.get(RAFFLE.MEMBERS_READ),
                row.get(RAFFLE.LAST_READ_NO),
                row.get(RAFFLE.ALL_READ),
                row.get(RAFFLE.MEMBERS),
                row.get(RAFFLE.TICKETS));
    }

    private static RaffleDocument terms(Record row) {
        return new RaffleDocument(
                row.get(RAFFLE.RAFFLE_ID),
                row.get(RAFFLE.NAME),
                row.get(RAFFLE.TICKET_UNIT),
                row.get(RAFFLE.CLOSES_AT),
                row.get(RAFFLE.WINNERS),
                row.get(RAFFLE.BEACON_WORDS));
    }
}
