package dev.perennial.domain.loyalty;

import dev.perennial.domain.ledger.Entry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a member's past that corrections by hand have to know of.
 *
 * @param expiries the entries by which something ran out that was asked for, in their order
 * @param alone how much of the unit the actor has given and taken by itself since the moment that was asked for, both
 *     added up
 * @param proposal the one that was asked for; null when there is none of that number
 */
public record Corrections(
        List<Entry> expiries, long alone, @Nullable Proposal proposal) {

    public static final Corrections NONE = new Corrections(List.of(), 0, null);

    public Corrections {
        expiries = List.copyOf(expiries);
    }
}
