package dev.perennial.persistence.ledger;

import static dev.perennial.persistence.jooq.Tables.BALANCE;

import dev.perennial.domain.ledger.Balance;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.domain.shared.UnitId;
import dev.perennial.persistence.jooq.tables.records.BalanceRecord;
import dev.perennial.persistence.shared.RowInsert;
import dev.perennial.persistence.shared.Session;
import dev.perennial.persistence.shared.SetQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.Record;

/** Balances as rows. */
public final class BalanceRows {

    private static final RowInsert SAVE =
            RowInsert.into(BALANCE).orUpdateAllBut(BALANCE.TENANT_ID, BALANCE.MEMBER_NO, BALANCE.UNIT);
    private static final SetQuery<Integer> OF_MEMBERS = SetQuery.by(
            BALANCE.MEMBER_NO,
            (dsl, tenant, numbers) -> dsl.select(BALANCE.fields())
                    .from(BALANCE)
                    .where(BALANCE.TENANT_ID.eq(tenant))
                    .and(BALANCE.MEMBER_NO.in(numbers)));

    private BalanceRows() {}

    /** The balances of members, by member and unit. */
    public static Map<Integer, SortedMap<UnitId, Balance>> of(
            Session session, TenantId tenant, Collection<Integer> members) {
        Map<Integer, SortedMap<UnitId, Balance>> balances = new HashMap<>();
        for (Record row : session.fetch(OF_MEMBERS, tenant.value(), members)) {
            Balance balance = new Balance(
                    row.get(BALANCE.AVAILABLE), row.get(BALANCE.PENDING), row.get(BALANCE.HELD), row.get(BALANCE.DEBT));
            balances.computeIfAbsent(row.get(BALANCE.MEMBER_NO), member -> new TreeMap<>())
                    .put(new UnitId(row.get(BALANCE.UNIT)), balance);
        }
        return balances;
    }

    /** Writes the balances of members, by member and unit. */
    public static void save(Session session, TenantId tenant, Map<Integer, SortedMap<UnitId, Balance>> balances) {
        List<BalanceRecord> rows = new ArrayList<>();
        balances.forEach((member, byUnit) -> byUnit.forEach((unit, balance) -> rows.add(new BalanceRecord(
                tenant.value(),
                member,
                unit.value(),
                balance.available(),
                balance.pending(),
                balance.held(),
                balance.debt()))));
        session.insert(SAVE, rows);
    }
}
