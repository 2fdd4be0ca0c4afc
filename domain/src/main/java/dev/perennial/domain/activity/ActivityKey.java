package dev.perennial.domain.activity;

import java.util.Comparator;

/**
 * The caller's own name for a fact, which is also its idempotency key.
 *
 * @param source the system that tells, such as {@code shop} or {@code pos-12}
 * @param externalId the fact's id in that system
 */
public record ActivityKey(String source, String externalId) implements Comparable<ActivityKey> {

    private static final Comparator<ActivityKey> ORDER =
            Comparator.comparing(ActivityKey::source).thenComparing(ActivityKey::externalId);

    @Override
    public int compareTo(ActivityKey other) {
        return ORDER.compare(this, other);
    }
}
