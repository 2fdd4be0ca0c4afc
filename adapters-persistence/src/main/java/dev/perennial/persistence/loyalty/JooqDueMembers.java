package dev.perennial.persistence.loyalty;

import static dev.perennial.persistence.jooq.Tables.MEMBER;

import dev.perennial.application.loyalty.DueMembers;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.persistence.shared.Database;
import dev.perennial.persistence.shared.Text;
import java.time.Instant;
import java.util.List;

/**
 * Due members, found along their index.
 *
 * <p>RATIONALE: rows are locked only to skip those that somebody is deciding on, and let go at once. A poller that kept
 * them would wait for a lane that waits for them.
 */
public final class JooqDueMembers implements DueMembers {

    private final Database database;

    public JooqDueMembers(Database database) {
        this.database = database;
    }

    @Override
    public List<DueMember> due(Instant now, int limit) {
        return database.transact(session -> session.dsl()
                .select(MEMBER.TENANT_ID, MEMBER.MEMBER_ID)
                .from(MEMBER)
                .where(MEMBER.NEXT_DUE_AT.le(now))
                .orderBy(MEMBER.NEXT_DUE_AT)
                .limit(limit)
                .forUpdate()
                .skipLocked()
                .fetch(row -> new DueMember(new TenantId(row.value1()), new MemberId(Text.of(row.value2())))));
    }
}
