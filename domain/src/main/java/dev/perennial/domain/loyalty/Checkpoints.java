package dev.perennial.domain.loyalty;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Where the fold is remembered: before the first fact of each calendar month (UTC), so that a late fact or a refund
 * folds again from the month it falls in and not from the member's beginning.
 */
public final class Checkpoints {

    private Checkpoints() {}

    /**
     * One remembered fold.
     *
     * @param start the first moment of a month
     * @param tally the fold over everything before it
     */
    record Month(Instant start, Tally tally) {}

    /** The checkpoint to remember when the fact is folded next: present when it is the first one of its month. */
    static Optional<Month> beginning(Tally before, RecordedFact fact) {
        Instant month = monthOf(fact.activity().occurredAt());
        boolean first = before.last() != null && before.last().occurredAt().isBefore(month);
        return first ? Optional.of(new Month(month, before)) : Optional.empty();
    }

    /** The first moment of the month that holds the given one. */
    public static Instant monthOf(Instant moment) {
        LocalDate day = LocalDate.ofInstant(moment, ZoneOffset.UTC).withDayOfMonth(1);
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
