package dev.perennial.application.testing;

import dev.perennial.application.storage.BudgetUses;
import dev.perennial.domain.loyalty.BudgetUse;
import dev.perennial.domain.shared.TenantId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Budgets in a map. One transaction runs after the other, so nothing needs a lock. */
final class InMemoryBudgetUses implements BudgetUses {

    private final Tables tables;
    private final boolean writable;

    InMemoryBudgetUses(Tables tables, boolean writable) {
        this.tables = tables;
        this.writable = writable;
    }

    @Override
    public Map<BudgetUse, Long> lock(TenantId tenant, Set<BudgetUse> uses) {
        InMemoryRequests.requireWritable(writable);
        return read(tenant, uses);
    }

    @Override
    public Map<BudgetUse, Long> read(TenantId tenant, Set<BudgetUse> uses) {
        Map<BudgetUse, Long> drawn = new HashMap<>();
        uses.forEach(use -> drawn.put(use, tables.budgets().getOrDefault(new Tables.BudgetRef(tenant, use), 0L)));
        return drawn;
    }

    @Override
    public void draw(TenantId tenant, Map<BudgetUse, Long> units) {
        InMemoryRequests.requireWritable(writable);
        units.forEach((use, more) -> tables.budgets().merge(new Tables.BudgetRef(tenant, use), more, Math::addExact));
    }
}
