package dev.perennial.domain.program;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What gives members a standing, and with it benefits.
 *
 * @param tiers null when the program has no levels
 */
public record StandingDocument(@Nullable TiersDocument tiers, List<PlanDocument> membershipPlans) {

    public static final StandingDocument NONE = new StandingDocument(null, List.of());

    public StandingDocument {
        membershipPlans = List.copyOf(membershipPlans);
    }
}
