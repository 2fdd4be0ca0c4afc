package dev.perennial.persistence.ledger;

import static dev.perennial.persistence.jooq.Tables.LOT;

import dev.perennial.domain.ledger.Lot;
import dev.perennial.domain.ledger.Terms;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.domain.shared.UnitId;
import dev.perennial.persistence.jooq.tables.records.LotRecord;
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
import org.jooq.BatchBindStep;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Lots as rows. */
public final class LotRows {

    private static final RowInsert SAVE =
            RowInsert.into(LOT).orUpdateAllBut(LOT.TENANT_ID, LOT.MEMBER_NO, LOT.CLOSED, LOT.LOT_NO);
    private static final SetQuery<Integer> OPEN = SetQuery.by(
            LOT.MEMBER_NO,
            (dsl, tenant, numbers) -> dsl.select(LOT.fields())
                    .from(LOT)
                    .where(LOT.TENANT_ID.eq(tenant))
                    .and(LOT.MEMBER_NO.in(numbers))
                    .and(LOT.CLOSED.eq(DSL.inline(false))));

    private LotRows() {}

    /**
     * A lot as a decision left it.
     *
     * @param isNew whether it was opened in this transaction
     */
    public record Changed(int member, Lot lot, boolean isNew) {}

    /** The open lots of members, by member and number. */
    public static Map<Integer, SortedMap<Integer, Lot>> open(
            Session session, TenantId tenant, Collection<Integer> members) {
        Map<Integer, SortedMap<Integer, Lot>> lots = new HashMap<>();
        for (Record row : session.fetch(OPEN, tenant.value(), members)) {
            Lot lot = lot(row);
            lots.computeIfAbsent(row.get(LOT.MEMBER_NO), member -> new TreeMap<>())
                    .put(lot.number(), lot);
        }
        return lots;
    }

    /** Every lot that was granted for one of the facts. */
    public static List<Lot> grantedFor(Session session, TenantId tenant, int member, List<Long> activities) {
        if (activities.isEmpty()) {
            return List.of();
        }
        return session.dsl()
                .selectFrom(LOT)
                .where(LOT.TENANT_ID.eq(tenant.value()))
                .and(LOT.MEMBER_NO.eq(member))
                .and(LOT.ACTIVITY_NO.in(activities))
                .orderBy(LOT.LOT_NO)
                .fetch(LotRows::lot);
    }

    /** Lots by their numbers, closed ones, too. */
    public static List<Lot> numbered(Session session, TenantId tenant, int member, Collection<Integer> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : session.dsl()
                        .selectFrom(LOT)
                        .where(LOT.TENANT_ID.eq(tenant.value()))
                        .and(LOT.MEMBER_NO.eq(member))
                        .and(LOT.LOT_NO.in(numbers))
                        .orderBy(LOT.LOT_NO)
                        .fetch(LotRows::lot);
    }

    /**
     * Writes lots.
     *
     * <p>RATIONALE: whether a lot is closed is part of its key, so a lot that closes is a new row and the old one goes.
     * A lot that is closed never opens again.
     */
    public static void save(Session session, TenantId tenant, Collection<Changed> changed) {
        List<LotRecord> rows = new ArrayList<>();
        List<Changed> closing = new ArrayList<>();
        for (Changed change : changed) {
            rows.add(row(tenant, change.member(), change.lot()));
            if (!change.lot().open() && !change.isNew()) {
                closing.add(change);
            }
        }
        session.insert(SAVE, rows);
        deleteOpen(session, tenant, closing);
    }

    /** Row by row in one batch: a condition for each of thousands of lots would be a statement of megabytes. */
    private static void deleteOpen(Session session, TenantId tenant, List<Changed> closing) {
        if (closing.isEmpty()) {
            return;
        }
        BatchBindStep batch = session.dsl()
                .batch(session.dsl()
                        .deleteFrom(LOT)
                        .where(LOT.TENANT_ID.eq(tenant.value()))
                        .and(LOT.MEMBER_NO.eq((Integer) null))
                        .and(LOT.CLOSED.eq(false))
                        .and(LOT.LOT_NO.eq((Integer) null)));
        for (Changed change : closing) {
            batch = batch.bind(
                    tenant.value(), change.member(), false, change.lot().number());
        }
        batch.execute();
    }

    private static LotRecord row(TenantId tenant, int member, Lot lot) {
        return new LotRecord(
                tenant.value(),
                member,
                !lot.open(),
                lot.number(),
                lot.unit().value(),
                lot.original(),
                lot.remaining(),
                lot.expired(),
                lot.pending(),
                lot.terms().availableAt(),
                lot.terms().expiresAt(),
                lot.activityNumber(),
                lot.rule(),
                lot.programVersion(),
                lot.issuedBy(),
                lot.expiredBy(),
                lot.terms().awaits(),
                lot.terms().sliding(),
                lot.held());
    }

    static Lot lot(Record row) {
        return new Lot(
                row.get(LOT.LOT_NO),
                new UnitId(row.get(LOT.UNIT)),
                row.get(LOT.ORIGINAL),
                row.get(LOT.REMAINING),
                row.get(LOT.HELD),
                row.get(LOT.EXPIRED),
                row.get(LOT.PENDING),
                new Terms(
                        row.get(LOT.AVAILABLE_AT), row.get(LOT.EXPIRES_AT), row.get(LOT.AWAITS), row.get(LOT.SLIDING)),
                row.get(LOT.ACTIVITY_NO),
                row.get(LOT.RULE),
                row.get(LOT.PROGRAM_VERSION),
                row.get(LOT.ISSUED_BY),
                row.get(LOT.EXPIRED_BY));
    }
}
