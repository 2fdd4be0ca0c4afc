package dev.perennial.domain.program;

import java.util.List;

/**
 * What families may save together.
 *
 * @param units the ids of the units that a pool holds
 * @param maxMembers how many are in one pool at most, those who are invited included: 2 to 50
 * @param spending who may take units out
 * @param coolingOffDays how many days of 24 hours whoever has left a pool is in no other one: 0 to 3,650
 */
public record PoolDocument(List<String> units, int maxMembers, Spending spending, int coolingOffDays) {

    public PoolDocument {
        units = List.copyOf(units);
    }

    /** Who may take units out of a pool. */
    public enum Spending {
        /** Whoever is in it. */
        EVERYONE,
        /** Whoever is in it and is no child. */
        ADULTS,
        /** The owner alone. */
        OWNER
    }
}
