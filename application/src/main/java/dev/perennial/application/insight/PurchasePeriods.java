package dev.perennial.application.insight;

import dev.perennial.domain.shared.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who bought in which period, counted over the orders that were not refunded in full. */
public interface PurchasePeriods {

    /** The first and the last purchase of the tenant; empty when there is none. */
    Optional<Span> span(TenantId tenant);

    /**
     * How many members of each cohort bought in each period.
     *
     * @param boundaries ascending; period i begins with boundary i and ends before boundary i+1, the last boundary only
     *     ends
     * @return one cell for each (cohort, period) with at least one member; a member's cohort is the period of the first
     *     purchase ever, and members whose first purchase is outside the boundaries are in none
     */
    List<Cell> cohorts(TenantId tenant, List<Instant> boundaries);

    /**
     * How many members bought in each period, and who of them had bought in the period before or ever before.
     *
     * @return one row for each period, in order
     */
    List<Counts> counts(TenantId tenant, List<Instant> boundaries);

    record Span(Instant first, Instant last) {}

    /**
     * @param cohort index of the cohort's period
     * @param period index of the period of the purchases
     */
    record Cell(int cohort, int period, long members) {}

    /**
     * @param active who bought
     * @param firstTime whose first purchase it was
     * @param retained who bought in the period before, too; 0 for the first period, since nothing is said of the one
     *     before
     */
    record Counts(long active, long firstTime, long retained) {}
}
