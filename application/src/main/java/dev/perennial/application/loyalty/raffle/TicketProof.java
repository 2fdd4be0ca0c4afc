package dev.perennial.application.loyalty.raffle;

import dev.perennial.domain.loyalty.raffle.Hash;
import dev.perennial.domain.loyalty.raffle.Holder;
import dev.perennial.domain.loyalty.raffle.Raffle;
import java.util.List;

/**
 * A member's line and what shows that it is in the list.
 *
 * @param key of which the pseudonym is made; for the member alone
 * @param line the place of the line in the list, from 0
 * @param path the hashes beside the way from the line up to the root
 */
public record TicketProof(Raffle.Closed raffle, Holder holder, Hash key, int line, List<Hash> path) {

    public TicketProof {
        path = List.copyOf(path);
    }
}
