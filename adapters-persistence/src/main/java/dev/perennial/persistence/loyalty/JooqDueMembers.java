package dev.perennial.persistence.loyalty;

import static dev.perennial.persistence.jooq.Tables.MEMBER;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import dev.perennial.application.loyalty.DueMembers;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.persistence.shared.Database;
import dev.perennial.persistence.shared.TenantKinds;
import dev.perennial.persistence.shared.Text;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Record4;
import org.jspecify.annotations.Nullable;

/**
 * Due members, found along their index.
 *
 * <p>RATIONALE: for the poller, rows are locked only to skip those that somebody is deciding on, and let go at once. A
 * poller that kept them would wait for a lane that waits for them.
 */
public final class JooqDueMembers implements DueMembers {

    private final Database database;

    public JooqDueMembers(Database database) {
        this.database = database;
    }

    @Override
    public List<DueMember> due(Instant now, @Nullable DueMember after, int limit) {
        return database.transact(session -> session.dsl()
                .select(MEMBER.TENANT_ID, MEMBER.MEMBER_ID, MEMBER.MEMBER_NO, MEMBER.NEXT_DUE_AT)
                .from(MEMBER)
                .where(MEMBER.CLOCK_ID.eq(TenantKinds.REAL_TIME))
                .and(MEMBER.NEXT_DUE_AT.le(now))
                .and(after == null ? noCondition() : isAfter(after))
                .orderBy(MEMBER.NEXT_DUE_AT, MEMBER.TENANT_ID, MEMBER.MEMBER_NO)
                .limit(limit)
                .forUpdate()
                .skipLocked()
                .fetch(JooqDueMembers::member));
    }

    @Override
    public List<DueMember> dueIn(TenantId sandbox, Instant until, int limit) {
        return database.query(session -> session.dsl()
                .select(MEMBER.TENANT_ID, MEMBER.MEMBER_ID, MEMBER.MEMBER_NO, MEMBER.NEXT_DUE_AT)
                .from(MEMBER)
                .where(MEMBER.CLOCK_ID.eq(sandbox.value()))
                .and(MEMBER.NEXT_DUE_AT.le(until))
                .orderBy(MEMBER.NEXT_DUE_AT, MEMBER.TENANT_ID, MEMBER.MEMBER_NO)
                .limit(limit)
                .fetch(JooqDueMembers::member));
    }

    private static DueMember member(Record4<Integer, byte[], Integer, Instant> row) {
        return new DueMember(
                new TenantId(row.value1()), new MemberId(Text.of(row.value2())), row.value3(), row.value4());
    }

    /** The first bound is implied by the second; it is what the engines can use the index for. */
    private static Condition isAfter(DueMember last) {
        return MEMBER.NEXT_DUE_AT
                .ge(last.at())
                .and(row(MEMBER.NEXT_DUE_AT, MEMBER.TENANT_ID, MEMBER.MEMBER_NO)
                        .gt(last.at(), last.tenant().value(), last.number()));
    }
}
