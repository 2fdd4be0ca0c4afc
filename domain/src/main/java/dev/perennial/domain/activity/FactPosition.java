package dev.perennial.domain.activity;

import java.time.Instant;
import java.util.Comparator;

/** Where a fact stands among a member's facts, however late it arrived. */
public record FactPosition(Instant occurredAt, ActivityKey key) implements Comparable<FactPosition> {

    private static final Comparator<FactPosition> ORDER =
            Comparator.comparing(FactPosition::occurredAt).thenComparing(FactPosition::key);

    @Override
    public int compareTo(FactPosition other) {
        return ORDER.compare(this, other);
    }
}
