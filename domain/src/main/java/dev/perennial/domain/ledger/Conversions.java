package dev.perennial.domain.ledger;

import dev.perennial.domain.shared.UnitId;
import java.util.Optional;

/** Knows which lots were made of other units. */
public interface Conversions {

    /** Nothing was ever converted. */
    Conversions NONE = new Conversions() {
        @Override
        public boolean converts(UnitId unit) {
            return false;
        }

        @Override
        public Optional<Rate> rateOf(Lot lot, UnitId unit) {
            return Optional.empty();
        }

        @Override
        public Terms ofReturned(UnitId unit, Occasion occasion) {
            return Terms.withoutExpiry(occasion.at());
        }
    };

    /** Whether the unit is one that becomes another. */
    boolean converts(UnitId unit);

    /** How the lot was made of the unit; empty when it was not made of that unit. */
    Optional<Rate> rateOf(Lot lot, UnitId unit);

    /** Until when the unit is good that comes back because a conversion is undone at the occasion. */
    Terms ofReturned(UnitId unit, Occasion occasion);

    /**
     * So many of one unit became so many of another.
     *
     * @param from at least 1
     * @param into at least 1
     */
    record Rate(long from, long into) {

        /** How many conversions it takes to have the amount back, as far as so much is unused. */
        long timesFor(long amount, long unused) {
            return Math.min((amount - 1) / from + 1, unused / into);
        }
    }
}
