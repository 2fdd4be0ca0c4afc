package dev.perennial.persistence.activity;

import static dev.perennial.persistence.jooq.Tables.ACTIVITY;
import static dev.perennial.persistence.jooq.Tables.MEMBER;

import dev.perennial.application.activity.ActivityLog;
import dev.perennial.domain.loyalty.RecordedFact;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.persistence.loyalty.FactRows;
import dev.perennial.persistence.shared.Database;
import dev.perennial.persistence.shared.Named;
import java.util.List;

/** Facts for reading. */
public final class JooqActivityLog implements ActivityLog {

    private final Database database;

    public JooqActivityLog(Database database) {
        this.database = database;
    }

    @Override
    public List<RecordedFact> list(TenantId tenant, MemberId member, long belowNumber, int limit) {
        return database.query(session -> session.dsl()
                .select(FactRows.COLUMNS)
                .from(MEMBER)
                .join(ACTIVITY)
                .on(ACTIVITY.TENANT_ID.eq(MEMBER.TENANT_ID))
                .and(ACTIVITY.MEMBER_NO.eq(MEMBER.MEMBER_NO))
                .where(MEMBER.TENANT_ID.eq(tenant.value()))
                .and(Named.is(tenant, member))
                .and(ACTIVITY.ACTIVITY_NO.lt(belowNumber))
                .orderBy(ACTIVITY.ACTIVITY_NO.desc())
                .limit(limit)
                .fetch(FactRows::fact));
    }
}
