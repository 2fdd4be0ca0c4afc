package dev.perennial.domain.ledger;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * What happens to a lot by itself, and when. On one instant activations come before expiries, then the older lot first.
 *
 * @param activation whether the lot activates; if not, it expires
 */
record Due(Instant at, boolean activation, Lot lot) implements Comparable<Due> {

    private static final Comparator<Due> ORDER = Comparator.comparing(Due::at)
            .thenComparing(Due::activation, Comparator.reverseOrder())
            .thenComparingInt(due -> due.lot().number());

    /** What comes next for the lot, if it comes by the moment. */
    static Optional<Due> by(Instant now, Lot lot) {
        Instant at = lot.nextDueAt();
        return at == null || at.isAfter(now) ? Optional.empty() : Optional.of(new Due(at, lot.activatesNext(), lot));
    }

    @Override
    public int compareTo(Due other) {
        return ORDER.compare(this, other);
    }
}
