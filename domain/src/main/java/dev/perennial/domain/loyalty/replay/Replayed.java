package dev.perennial.domain.loyalty.replay;

import java.util.List;

/**
 * What replaying one member came to.
 *
 * @param base under the versions as they were applied
 * @param proposed under the other program
 * @param unfunded what the member would have been refused
 * @param untold the kinds of the commands that cannot be decided once more, once for each command
 * @param asStored whether the base, led on to where the member is, ended in exactly the balances, lots and open
 *     reservations that are stored
 */
public record Replayed(Sums base, Sums proposed, List<Unfunded> unfunded, List<String> untold, boolean asStored) {

    public Replayed {
        unfunded = List.copyOf(unfunded);
        untold = List.copyOf(untold);
    }
}
