package dev.perennial.application.storage;

import dev.perennial.domain.loyalty.BudgetUse;
import dev.perennial.domain.loyalty.Budgets;
import dev.perennial.domain.loyalty.Loyalty;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.TenantId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** What was drawn on budgets, by all members of a tenant together. */
public interface BudgetUses {

    /**
     * Locks the budgets, in their order, until the transaction ends. To be called after the members are locked.
     *
     * @return what was drawn on each so far; 0 for one that nobody has drawn on yet
     */
    Map<BudgetUse, Long> lock(TenantId tenant, Set<BudgetUse> uses);

    /** The same without locks. */
    Map<BudgetUse, Long> read(TenantId tenant, Set<BudgetUse> uses);

    /** What everything that is due for the member by now may draw on, for who only looks. */
    default Budgets asOfNow(TenantId tenant, ProgramHistory programs, MemberState state, Instant now) {
        return asOfNow(tenant, Loyalty.budgetsNeeded(programs, state, null, now));
    }

    /** The same as what a decision that is not committed may draw on. */
    default Budgets asOfNow(TenantId tenant, Set<BudgetUse> uses) {
        return uses.isEmpty() ? Budgets.NONE : new Budgets(read(tenant, uses));
    }

    /** Draws so much more on each, or less. */
    void draw(TenantId tenant, Map<BudgetUse, Long> units);
}
