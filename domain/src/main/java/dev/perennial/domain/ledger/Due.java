package dev.perennial.domain.ledger;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** What happens to a lot by itself, and when. On one instant kinds come in their order, then the older lot first. */
record Due(Instant at, Kind kind, Lot lot) implements Comparable<Due> {

    /** What can happen to a lot by itself. */
    enum Kind {
        ACTIVATE,
        CANCEL,
        EXPIRE
    }

    private static final Comparator<Due> ORDER = Comparator.comparing(Due::at)
            .thenComparing(Due::kind)
            .thenComparingInt(due -> due.lot().number());

    /** What comes next for the lot, if it comes by the moment. */
    static Optional<Due> by(Instant now, Lot lot) {
        Instant at = lot.nextDueAt();
        return at == null || at.isAfter(now) ? Optional.empty() : Optional.of(new Due(at, lot.comesNext(), lot));
    }

    /** Whether it is the same thing at the same time. */
    boolean isWhen(Due other) {
        return kind == other.kind && at.equals(other.at);
    }

    @Override
    public int compareTo(Due other) {
        return ORDER.compare(this, other);
    }
}
