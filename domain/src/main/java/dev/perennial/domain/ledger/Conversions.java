package dev.perennial.domain.ledger;

import dev.perennial.domain.shared.UnitId;
import org.jspecify.annotations.Nullable;

/** Knows which lots were made of other units. */
@FunctionalInterface
public interface Conversions {

    /** Nothing was ever converted. */
    Conversions NONE = (lot, unit) -> null;

    /** How much of the unit the lot was made of; null when it was not made of that unit. */
    @Nullable
    Long madeOf(Lot lot, UnitId unit);
}
