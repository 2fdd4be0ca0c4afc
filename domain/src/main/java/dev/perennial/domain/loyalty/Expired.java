package dev.perennial.domain.loyalty;

import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.ledger.EntryKind;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;

/** Which of the units that ran out are meant. */
public sealed interface Expired {

    /** What ran out by one entry. */
    record By(long entry) implements Expired {}

    /**
     * Everything that ran out within a time.
     *
     * @param before not itself within it
     */
    record Within(Instant from, Instant before) implements Expired {}

    /** Whether the entry let run out something of the unit that is meant. */
    default boolean means(Entry entry, UnitId unit) {
        return entry.kind() == EntryKind.EXPIRE
                && entry.unit().equals(unit)
                && switch (this) {
                    case By(long number) -> entry.number() == number;
                    case Within(Instant from, Instant before) ->
                        !entry.effectiveAt().isBefore(from)
                                && entry.effectiveAt().isBefore(before);
                };
    }
}
