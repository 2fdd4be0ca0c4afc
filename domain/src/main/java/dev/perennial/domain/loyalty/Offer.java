package dev.perennial.domain.loyalty;

import dev.perennial.domain.program.Reward;
import dev.perennial.domain.shared.Reason;
import java.util.List;
import java.util.Optional;

/**
 * A reward as one member sees it at one moment.
 *
 * @param gates everything that stands before it, in the order in which it is asked
 * @param missing how many units the member lacks for its price, 0 when there are enough or it costs nothing
 */
public record Offer(Reward reward, int programVersion, List<Gate> gates, long missing) {

    public Offer {
        gates = List.copyOf(gates);
    }

    /** Whether the member could have it now. */
    public boolean isOpen() {
        return gates.stream().allMatch(Gate::open);
    }

    /** Whether nothing but units is missing. */
    public boolean lacksOnlyUnits() {
        return missing > 0
                && gates.stream().allMatch(gate -> gate.open() || gate.reason() == Reason.INSUFFICIENT_UNITS);
    }

    Optional<Gate> firstClosed() {
        return gates.stream().filter(gate -> !gate.open()).findFirst();
    }
}
