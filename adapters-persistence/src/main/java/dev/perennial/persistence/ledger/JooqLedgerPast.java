package dev.perennial.persistence.ledger;

import static dev.perennial.persistence.jooq.Tables.ENTRY;
import static dev.perennial.persistence.jooq.Tables.LOT;
import static dev.perennial.persistence.jooq.Tables.MEMBER;

import dev.perennial.application.loyalty.LedgerPast;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.ledger.Lot;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.persistence.shared.Database;
import dev.perennial.persistence.shared.Named;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;

/** Looks into the past of one member's ledger. */
public final class JooqLedgerPast implements LedgerPast {

    private final Database database;

    public JooqLedgerPast(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Lot> lot(TenantId tenant, MemberId member, int number) {
        return database.query(session -> session.dsl()
                .select(LOT.fields())
                .from(MEMBER)
                .join(LOT)
                .on(LOT.TENANT_ID.eq(MEMBER.TENANT_ID))
                .and(LOT.MEMBER_NO.eq(MEMBER.MEMBER_NO))
                .where(MEMBER.TENANT_ID.eq(tenant.value()))
                .and(Named.is(tenant, member))
                .and(LOT.CLOSED.in(false, true)) // a part of the key, so that both are found by it
                .and(LOT.LOT_NO.eq(number))
                .fetchOptional(LotRows::lot));
    }

    @Override
    public List<Entry> ofLot(TenantId tenant, MemberId member, int lot) {
        return entries(tenant, member, ENTRY.LOT_NO.eq(lot));
    }

    @Override
    public List<Entry> ofActivity(TenantId tenant, MemberId member, long activity) {
        return entries(tenant, member, ENTRY.CAUSE_ACTIVITY_NO.eq(activity));
    }

    private List<Entry> entries(TenantId tenant, MemberId member, Condition wanted) {
        return database.query(session -> session.dsl()
                .select(ENTRY.fields())
                .from(MEMBER)
                .join(ENTRY)
                .on(ENTRY.TENANT_ID.eq(MEMBER.TENANT_ID))
                .and(ENTRY.MEMBER_NO.eq(MEMBER.MEMBER_NO))
                .where(MEMBER.TENANT_ID.eq(tenant.value()))
                .and(Named.is(tenant, member))
                .and(wanted)
                .orderBy(ENTRY.ENTRY_NO)
                .fetch(EntryRows::entry));
    }
}
