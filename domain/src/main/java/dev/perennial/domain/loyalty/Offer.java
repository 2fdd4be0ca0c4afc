package dev.perennial.domain.loyalty;

import dev.perennial.domain.program.Reward;
import dev.perennial.domain.program.RewardDocument;
import dev.perennial.domain.shared.Reason;
import java.math.BigInteger;
import java.util.Comparator;
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

    /** Offers that lack units: those of whose price the smallest part is missing come first. */
    public static Comparator<Offer> nearestFirst() {
        return (one, other) -> BigInteger.valueOf(one.missing)
                .multiply(BigInteger.valueOf(other.price()))
                .compareTo(BigInteger.valueOf(other.missing).multiply(BigInteger.valueOf(one.price())));
    }

    private long price() {
        RewardDocument.Price price = reward.document().price();
        return price == null ? 0 : price.amount();
    }

    Optional<Gate> firstClosed() {
        return gates.stream().filter(gate -> !gate.open()).findFirst();
    }
}
