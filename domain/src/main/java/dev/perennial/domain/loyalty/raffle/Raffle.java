package dev.perennial.domain.loyalty.raffle;

import dev.perennial.domain.program.RaffleDocument;
import dev.perennial.domain.shared.Result;
import java.time.Instant;
import java.util.List;

/** A raffle, a type for each part of its life, so that nothing is drawn from a list that is not complete. */
public sealed interface Raffle {

    Commitment commitment();

    /** Tickets are being earned. */
    record Open(Commitment commitment) implements Raffle {

        /**
         * Begins to freeze the list. From now on no version of the program changes the raffle.
         *
         * @return refused when the moment has not come
         */
        public Result<Closing> close(RaffleDocument terms, Instant now) {
            return now.isBefore(terms.closesAt())
                    ? Result.refused(RaffleRefusals.open(terms.closesAt()))
                    : Result.ok(new Closing(commitment, terms, 0, 0, false, 0, 0));
        }
    }

    /**
     * The list is being made. It takes many small transactions, any of which may be the last one before a crash.
     *
     * @param membersRead how many members were asked for their tickets so far
     * @param lastRead the number of the last one
     * @param allRead whether there are no others
     * @param members how many lines of the list are numbered
     * @param tickets how many tickets these have
     */
    record Closing(
            Commitment commitment,
            RaffleDocument terms,
            int membersRead,
            int lastRead,
            boolean allRead,
            int members,
            long tickets)
            implements Raffle {

        /** Some more members were asked. */
        public Closing read(int count, int last) {
            return new Closing(commitment, terms, membersRead + count, last, allRead, members, tickets);
        }

        public Closing readAll() {
            return new Closing(commitment, terms, membersRead, lastRead, true, members, tickets);
        }

        /** Some more lines were numbered. */
        public Closing numbered(List<TicketRange> ranges) {
            return new Closing(
                    commitment,
                    terms,
                    membersRead,
                    lastRead,
                    allRead,
                    members + ranges.size(),
                    ranges.getLast().last());
        }

        public Closed done(Hash root, Instant now) {
            return new Closed(commitment, terms, membersRead, root, members, tickets, now);
        }
    }

    /**
     * The list is complete and its root published.
     *
     * @param membersRead how many members were asked for their tickets
     * @param members how many lines it has
     * @param closedAt when the root was there
     */
    record Closed(
            Commitment commitment,
            RaffleDocument terms,
            int membersRead,
            Hash root,
            int members,
            long tickets,
            Instant closedAt)
            implements Raffle {

        /**
         * Reveals the seed.
         *
         * @param beacon the public value; empty when the raffle mixes none in
         */
        public Result<Drawn> draw(Hash seed, String beacon, Instant now) {
            if (beacon.isEmpty() != terms.beacon().isEmpty()) {
                return Result.refused(RaffleRefusals.beacon(terms.beacon()));
            }
            return Result.ok(new Drawn(this, seed, beacon, now));
        }
    }

    /** The seed is known, and with it the winners. */
    record Drawn(Closed closed, Hash seed, String beacon, Instant drawnAt) implements Raffle {

        @Override
        public Commitment commitment() {
            return closed.commitment();
        }

        public Draw draw() {
            return new Draw(seed, beacon, closed.tickets());
        }
    }
}
