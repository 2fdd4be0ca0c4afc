package dev.perennial.domain.loyalty;

import java.time.Instant;
import java.util.List;

/**
 * What a fact is worth towards the level, in the status unit's smallest step.
 *
 * @param amount when it occurred
 * @param lost what refunds take of it later, in the order in which they do
 */
record StatusWorth(long amount, List<Lost> lost) {

    static final StatusWorth NOTHING = new StatusWorth(0, List.of());

    StatusWorth {
        lost = List.copyOf(lost);
    }

    record Lost(Instant at, long amount) {}

    long lostBy(Instant moment) {
        return lost.stream()
                .filter(loss -> !loss.at().isAfter(moment))
                .mapToLong(Lost::amount)
                .sum();
    }
}
