package dev.perennial.persistence.loyalty;

import static dev.perennial.persistence.jooq.Tables.MEMBER;
import static dev.perennial.persistence.jooq.Tables.STANDING_CHANGE;

import dev.perennial.application.loyalty.standing.StandingHistory;
import dev.perennial.domain.feed.Event;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.persistence.shared.Database;
import dev.perennial.persistence.shared.Named;
import java.util.List;
import org.jooq.Record;

/** The history of standings for reading. */
public final class JooqStandingHistory implements StandingHistory {

    private final Database database;

    public JooqStandingHistory(Database database) {
        this.database = database;
    }

    @Override
    public List<Line> list(TenantId tenant, MemberId member, long belowSequence, int limit) {
        return database.query(session -> session.dsl()
                .select(STANDING_CHANGE.fields())
                .from(MEMBER)
                .join(STANDING_CHANGE)
                .on(STANDING_CHANGE.TENANT_ID.eq(MEMBER.TENANT_ID))
                .and(STANDING_CHANGE.MEMBER_NO.eq(MEMBER.MEMBER_NO))
                .where(MEMBER.TENANT_ID.eq(tenant.value()))
                .and(Named.is(tenant, member))
                .and(STANDING_CHANGE.MEMBER_SEQ.lt(belowSequence))
                .orderBy(STANDING_CHANGE.MEMBER_SEQ.desc())
                .limit(limit)
                .fetch(row -> new Line(row.get(STANDING_CHANGE.MEMBER_SEQ), change(row))));
    }

    private static Event.StandingEvent change(Record row) {
        String plan = row.get(STANDING_CHANGE.SUBJECT);
        return plan.isEmpty()
                ? new Event.LevelChanged(
                        row.get(STANDING_CHANGE.CHANGED_AT),
                        row.get(STANDING_CHANGE.FROM_STATE),
                        row.get(STANDING_CHANGE.TO_STATE),
                        row.get(STANDING_CHANGE.REASON))
                : new Event.MembershipChanged(
                        row.get(STANDING_CHANGE.CHANGED_AT),
                        plan,
                        row.get(STANDING_CHANGE.FROM_STATE),
                        row.get(STANDING_CHANGE.TO_STATE));
    }
}
