package dev.perennial.application.loyalty.simulation;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Whoever asked for a simulation.
 *
 * @param gone whether nobody waits any more; the simulation then stops where it is
 * @param reached told after each page of members
 */
public record Watcher(BooleanSupplier gone, Consumer<Reached> reached) {

    /**
     * How far a simulation is.
     *
     * @param members how many members were looked at, those outside the sample included
     * @param total how many there are, about
     */
    public record Reached(long members, long total) {}

    boolean isGone() {
        return gone.getAsBoolean();
    }
}
