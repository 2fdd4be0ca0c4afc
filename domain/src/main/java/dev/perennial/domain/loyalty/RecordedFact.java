package dev.perennial.domain.loyalty;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.FactPosition;
import dev.perennial.domain.activity.Purchase;
import dev.perennial.domain.member.Traits;
import java.time.Instant;
import java.util.List;

/**
 * A fact with what its decision read and came to, so that it can be explained and decided again.
 *
 * @param number the fact's number within the member, in the order of arrival from 1
 * @param traits what was known of the member when the fact was first decided
 * @param grants what the ledger holds for it
 * @param programVersion the version that decided it, 0 for a refund, which only changes what its order is worth
 * @param counts whether it counts as a purchase: false for other facts and for orders refunded in full
 */
public record RecordedFact(
        long number,
        Activity activity,
        Instant recordedAt,
        Traits traits,
        List<Grant> grants,
        int programVersion,
        boolean counts) {

    public RecordedFact {
        grants = List.copyOf(grants);
    }

    /** The moment whose program version decides it. */
    Instant decidedAsOf() {
        return activity.decidedAsOf(recordedAt);
    }

    /** Whether it has not been decided before: no version has the number 0. */
    boolean isNew() {
        return programVersion == 0;
    }

    /** Whether it is the order of that id. */
    boolean isOrder(String orderId) {
        return activity.detail() instanceof Purchase order && order.orderId().equals(orderId);
    }

    /** What the ledger holds for it under a rule. */
    long credited(String rule) {
        return grants.stream()
                .filter(grant -> grant.rule().equals(rule))
                .mapToLong(Grant::credited)
                .sum();
    }

    public FactPosition position() {
        return activity.position();
    }

    RecordedFact decided(List<Grant> newGrants, int version, boolean nowCounts) {
        return new RecordedFact(number, activity, recordedAt, traits, newGrants, version, nowCounts);
    }
}
