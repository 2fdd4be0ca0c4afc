package dev.perennial.domain.activity;

import java.time.Instant;
import java.util.Map;

/**
 * A fact: something a customer did.
 *
 * @param occurredAt when it happened, by the caller's clock
 * @param historical imported history: it feeds insight and is "not a new customer", but grants nothing unless a rule
 *     says so
 * @param attributes the caller's own extra facts, readable by conditions
 */
public record Activity(
        ActivityKey key,
        Instant occurredAt,
        boolean historical,
        Place place,
        Map<String, String> attributes,
        ActivityDetail detail) {

    public Activity {
        attributes = Map.copyOf(attributes);
    }

    public ActivityType type() {
        return detail.type();
    }

    public FactPosition position() {
        return new FactPosition(occurredAt, key);
    }

    /** The same fact with another detail: an order net of its refunds. */
    public Activity withDetail(ActivityDetail net) {
        return new Activity(key, occurredAt, historical, place, attributes, net);
    }

    /** The same fact, as if it were not imported history. */
    public Activity asCurrent() {
        return historical ? new Activity(key, occurredAt, false, place, attributes, detail) : this;
    }

    /**
     * The moment whose program version decides it: when it occurred, but never later than it was recorded. A fact that
     * was told ahead of its time could otherwise be decided again under a version that nobody knew of then.
     */
    public Instant decidedAsOf(Instant recordedAt) {
        return occurredAt.isBefore(recordedAt) ? occurredAt : recordedAt;
    }
}
