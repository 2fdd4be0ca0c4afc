package dev.perennial.application.loyalty;

import dev.perennial.application.shared.Fingerprint;
import dev.perennial.application.storage.Identifiers.Held;
import java.util.List;
import java.util.Set;

/**
 * The identifiers that a decision may read.
 *
 * @param held those of the member; empty unless the command asked for them
 * @param taken those that somebody has, of those that the commands of the transaction claim
 */
public record KnownIdentifiers(List<Held> held, Set<Fingerprint> taken) {

    public KnownIdentifiers {
        held = List.copyOf(held);
        taken = Set.copyOf(taken);
    }
}
