package dev.perennial.domain.program;

import java.util.List;

/**
 * A paid membership.
 *
 * @param id unique among the plans and stable over the versions of the program
 * @param price for one period, in the smallest unit of the program's currency
 * @param months how long a payment lasts; 1 to 120
 * @param trialDays how long a member may try it once; 0 for no trial, at most 400
 * @param graceDays how long the benefits stay when a payment is late; 0 to 400
 * @param tier the id of the level that it grants; empty for none
 */
public record PlanDocument(
        String id,
        String name,
        long price,
        int months,
        int trialDays,
        int graceDays,
        List<Named> benefits,
        String tier) {

    public PlanDocument {
        benefits = List.copyOf(benefits);
    }
}
