package dev.perennial.domain.loyalty;

import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How much of a member's past a decision has to see. */
public sealed interface HistoryNeed {

    /**
     * Everything since a checkpoint at or before the moment, and at or before the order when that is known and came
     * first, with what is known about the order; empty for none.
     */
    record Since(Instant moment, String orderId) implements HistoryNeed {}

    /** Everything since a checkpoint at or before the order; nothing when there is no such order. */
    record OfOrder(String orderId) implements HistoryNeed {}

    /** Before every fact that a caller may tell of. */
    Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");

    /** All facts since the member's beginning, with everything about them. */
    static HistoryNeed everything() {
        return new Since(BEGINNING, "");
    }

    /** A redemption, with the lots that it was paid with and those that it granted; nothing of the facts. */
    record OfRedemption(long number) implements HistoryNeed {}

    /**
     * What ran out and is meant: the entries that let it run out, in their order, and their lots. What came back, or was
     * taken back since, as a whole may be left out. Nothing of the facts.
     */
    record OfExpired(UnitId unit, Expired which) implements HistoryNeed {}

    /**
     * How much of the unit the actor has corrected without approval since the moment and, when it is told which, what ran
     * out and is meant; nothing of the facts.
     */
    record OfCorrections(UnitId unit, @Nullable Expired which, String actor, Instant since) implements HistoryNeed {}

    /** A proposal, and what ran out if it is about that; nothing of the facts. */
    record OfProposal(long number) implements HistoryNeed {}

    /** Lots, open or closed; nothing of the facts. */
    record OfLots(Set<Integer> numbers) implements HistoryNeed {

        public OfLots {
            numbers = Set.copyOf(numbers);
        }
    }
}
