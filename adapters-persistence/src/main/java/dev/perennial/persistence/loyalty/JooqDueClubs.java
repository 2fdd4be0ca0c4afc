package dev.perennial.persistence.loyalty;

import static dev.perennial.persistence.jooq.Tables.CLUB_DUE;
import static dev.perennial.persistence.jooq.Tables.CLUB_GOAL;
import static org.jooq.impl.DSL.noCondition;

import dev.perennial.application.loyalty.community.DueClubs;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.persistence.shared.Database;
import dev.perennial.persistence.shared.Text;
import java.util.List;
import org.jooq.Condition;

/** Clubs to look after: those that are marked, and those whose members are still to be told of something. */
public final class JooqDueClubs implements DueClubs {

    private final Database database;

    public JooqDueClubs(Database database) {
        this.database = database;
    }

    @Override
    public List<DueClub> due(int limit) {
        return due(noCondition(), noCondition(), limit);
    }

    @Override
    public List<DueClub> dueIn(TenantId tenant, int limit) {
        return due(CLUB_DUE.TENANT_ID.eq(tenant.value()), CLUB_GOAL.TENANT_ID.eq(tenant.value()), limit);
    }

    private List<DueClub> due(Condition marked, Condition untold, int limit) {
        return database.query(session -> session.dsl()
                .select(CLUB_DUE.TENANT_ID, CLUB_DUE.CLUB)
                .from(CLUB_DUE)
                .where(marked)
                .union(session.dsl()
                        .select(CLUB_GOAL.TENANT_ID, CLUB_GOAL.CLUB)
                        .from(CLUB_GOAL)
                        .where(CLUB_GOAL.TOLD.eq(false))
                        .and(untold))
                .orderBy(1, 2)
                .limit(limit)
                .fetch(row -> new DueClub(new TenantId(row.value1()), Text.of(row.value2()))));
    }
}
