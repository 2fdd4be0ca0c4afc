package dev.perennial.persistence.storage;

import static dev.perennial.persistence.jooq.Tables.BUDGET_USE;

import dev.perennial.application.storage.BudgetUses;
import dev.perennial.domain.loyalty.BudgetUse;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.persistence.jooq.tables.records.BudgetUseRecord;
import dev.perennial.persistence.shared.RowInsert;
import dev.perennial.persistence.shared.Session;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Record3;
import org.jooq.SelectSeekStep2;
import org.jooq.impl.DSL;

/** Budgets as rows. The row to lock is created first; rows are created and locked in the order of their key. */
final class JooqBudgetUses implements BudgetUses {

    private static final RowInsert CREATE = RowInsert.into(BUDGET_USE).orLock(BUDGET_USE.TENANT_ID);

    private final Session session;

    JooqBudgetUses(Session session) {
        this.session = session;
    }

    @Override
    public Map<BudgetUse, Long> lock(TenantId tenant, Set<BudgetUse> uses) {
        List<BudgetUseRecord> rows = uses.stream()
                .sorted()
                .map(use -> new BudgetUseRecord(tenant.value(), use.budget(), use.start(), 0L))
                .toList();
        session.insert(CREATE, rows);
        return drawn(uses, select(tenant, uses).forUpdate().fetch());
    }

    @Override
    public Map<BudgetUse, Long> read(TenantId tenant, Set<BudgetUse> uses) {
        return drawn(uses, select(tenant, uses).fetch());
    }

    @Override
    public void draw(TenantId tenant, Map<BudgetUse, Long> units) {
        units.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(draw -> session.dsl()
                        .insertInto(BUDGET_USE)
                        .set(new BudgetUseRecord(
                                tenant.value(),
                                draw.getKey().budget(),
                                draw.getKey().start(),
                                draw.getValue()))
                        .onDuplicateKeyUpdate()
                        .set(BUDGET_USE.DRAWN, BUDGET_USE.DRAWN.plus(draw.getValue()))
                        .execute());
    }

    private SelectSeekStep2<Record3<String, LocalDate, Long>, String, LocalDate> select(
            TenantId tenant, Set<BudgetUse> uses) {
        return session.dsl()
                .select(BUDGET_USE.BUDGET, BUDGET_USE.STARTS_ON, BUDGET_USE.DRAWN)
                .from(BUDGET_USE)
                .where(BUDGET_USE.TENANT_ID.eq(tenant.value()))
                .and(DSL.row(BUDGET_USE.BUDGET, BUDGET_USE.STARTS_ON)
                        .in(uses.stream()
                                .map(use -> DSL.row(use.budget(), use.start()))
                                .toList()))
                .orderBy(BUDGET_USE.BUDGET, BUDGET_USE.STARTS_ON);
    }

    private static Map<BudgetUse, Long> drawn(Set<BudgetUse> uses, Iterable<Record3<String, LocalDate, Long>> rows) {
        Map<BudgetUse, Long> drawn = new HashMap<>();
        uses.forEach(use -> drawn.put(use, 0L));
        rows.forEach(row -> drawn.put(new BudgetUse(row.value1(), row.value2()), row.value3()));
        return drawn;
    }
}
