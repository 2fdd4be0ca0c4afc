package dev.perennial.application.loyalty.simulation;

import dev.perennial.application.program.ApplyProgram.Source;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.util.Optional;

/**
 * What to simulate.
 *
 * @param program as if it had been applied at the beginning; empty for the versions as they were applied, which shows
 *     how far the past can be decided once more
 * @param from the beginning; not before the first version took effect
 * @param to the end, at which both are compared; empty for now
 * @param samplePercent how many of the members, 1 to 100; always the same ones
 * @param unit by which members are ranked; empty for the first unit of the program in force
 */
public record Simulation(
        Optional<Source> program, Instant from, Optional<Instant> to, int samplePercent, Optional<UnitId> unit) {

    /** Spreads numbers that follow each other; a prime, so that none is left out. */
    private static final long SPREAD = 2_654_435_761L;

    private static final int ALL = 100;

    boolean holds(int memberNumber) {
        return samplePercent >= ALL || ((memberNumber * SPREAD) >>> 16) % ALL < samplePercent;
    }
}
