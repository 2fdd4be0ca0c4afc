package dev.perennial.persistence.loyalty;

import static dev.perennial.persistence.jooq.Tables.CLUB_DUE;
import static dev.perennial.persistence.jooq.Tables.CLUB_GOAL;
import static dev.perennial.persistence.jooq.Tables.CLUB_SCORE;
import static dev.perennial.persistence.jooq.Tables.MEMBER;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;

import dev.perennial.application.storage.ClubScores;
import dev.perennial.domain.loyalty.community.ClubPeriod;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.persistence.jooq.tables.records.ClubGoalRecord;
import dev.perennial.persistence.shared.RowInsert;
import dev.perennial.persistence.shared.Session;
import dev.perennial.persistence.shared.Text;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.AggregateFunction;
import org.jooq.Condition;
import org.jooq.Record3;
import org.jooq.SelectConditionStep;

/** What clubs come to. Nobody keeps their sums: they are added up from what their members contribute. */
public final class JooqClubScores implements ClubScores {

    private static final RowInsert REACH = RowInsert.into(CLUB_GOAL).orLock(CLUB_GOAL.TENANT_ID);

    /** A refund of what was counted before the member joined takes nothing from the club. */
    private static final AggregateFunction<BigDecimal> TOTAL =
            sum(greatest(CLUB_SCORE.SCORE.minus(CLUB_SCORE.BEFORE_JOINING), val(0L)));

    private final Session session;

    public JooqClubScores(Session session) {
        this.session = session;
    }

    @Override
    public List<ClubMember> members(TenantId tenant, String club, int afterNumber, int limit) {
        return session.dsl()
                .select(MEMBER.MEMBER_NO, MEMBER.MEMBER_ID)
                .from(MEMBER)
                .where(MEMBER.TENANT_ID.eq(tenant.value()))
                .and(MEMBER.CLUB.eq(Text.bytes(club)))
                .and(MEMBER.MEMBER_NO.gt(afterNumber))
                .orderBy(MEMBER.MEMBER_NO)
                .limit(limit)
                .fetch(row -> new ClubMember(row.value1(), new MemberId(Text.of(row.value2()))));
    }

    @Override
    public Map<ClubPeriod, Long> totals(TenantId tenant, String club, Set<String> counters, LocalDate from) {
        Map<ClubPeriod, Long> totals = new HashMap<>();
        session.dsl()
                .select(CLUB_SCORE.COUNTER, CLUB_SCORE.STARTS_ON, TOTAL)
                .from(CLUB_SCORE)
                .where(ofClub(tenant, club))
                .and(CLUB_SCORE.COUNTER.in(counters))
                .and(CLUB_SCORE.STARTS_ON.ge(from))
                .groupBy(CLUB_SCORE.COUNTER, CLUB_SCORE.STARTS_ON)
                .forEach(row -> totals.put(
                        new ClubPeriod(club, row.value1(), row.value2()),
                        row.value3().longValueExact()));
        return totals;
    }

    @Override
    public List<ClubMember> contributors(TenantId tenant, ClubPeriod period, int afterNumber, int limit) {
        return session.dsl()
                .select(MEMBER.MEMBER_NO, MEMBER.MEMBER_ID)
                .from(CLUB_SCORE)
                .join(MEMBER)
                .on(MEMBER.TENANT_ID.eq(CLUB_SCORE.TENANT_ID))
                .and(MEMBER.MEMBER_NO.eq(CLUB_SCORE.MEMBER_NO))
                .and(MEMBER.CLUB.eq(CLUB_SCORE.CLUB))
                .where(ofClub(tenant, period.club()))
                .and(CLUB_SCORE.COUNTER.eq(period.counter()))
                .and(CLUB_SCORE.STARTS_ON.eq(period.start()))
                .and(CLUB_SCORE.MEMBER_NO.gt(afterNumber))
                .and(CLUB_SCORE.SCORE.gt(CLUB_SCORE.BEFORE_JOINING))
                .orderBy(CLUB_SCORE.MEMBER_NO)
                .limit(limit)
                .fetch(row -> new ClubMember(row.value1(), new MemberId(Text.of(row.value2()))));
    }

    @Override
    public boolean takeDue(TenantId tenant, String club) {
        return session.dsl()
                        .deleteFrom(CLUB_DUE)
                        .where(CLUB_DUE.TENANT_ID.eq(tenant.value()))
                        .and(CLUB_DUE.CLUB.eq(Text.bytes(club)))
                        .execute()
                > 0;
    }

    @Override
    public void reach(TenantId tenant, List<Goal> goals, Instant at) {
        session.insert(
                REACH,
                goals.stream()
                        .map(goal -> new ClubGoalRecord(
                                tenant.value(),
                                Text.bytes(goal.club()),
                                goal.challenge(),
                                goal.start(),
                                goal.target(),
                                at,
                                false))
                        .toList());
    }

    @Override
    public Set<Goal> reached(TenantId tenant, String club, LocalDate from) {
        return goals(tenant, club).and(CLUB_GOAL.STARTS_ON.ge(from)).fetchSet(row -> goal(club, row));
    }

    @Override
    public List<Goal> untold(TenantId tenant, String club, int limit) {
        return goals(tenant, club)
                .and(CLUB_GOAL.TOLD.eq(false))
                .orderBy(CLUB_GOAL.STARTS_ON, CLUB_GOAL.CHALLENGE, CLUB_GOAL.TARGET)
                .limit(limit)
                .fetch(row -> goal(club, row));
    }

    private SelectConditionStep<Record3<String, Long, LocalDate>> goals(TenantId tenant, String club) {
        return session.dsl()
                .select(CLUB_GOAL.CHALLENGE, CLUB_GOAL.TARGET, CLUB_GOAL.STARTS_ON)
                .from(CLUB_GOAL)
                .where(CLUB_GOAL.TENANT_ID.eq(tenant.value()))
                .and(CLUB_GOAL.CLUB.eq(Text.bytes(club)));
    }

    private static Goal goal(String club, Record3<String, Long, LocalDate> row) {
        return new Goal(club, row.value1(), row.value2(), row.value3());
    }

    @Override
    public void told(TenantId tenant, Goal goal) {
        session.dsl()
                .update(CLUB_GOAL)
                .set(CLUB_GOAL.TOLD, true)
                .where(CLUB_GOAL.TENANT_ID.eq(tenant.value()))
                .and(CLUB_GOAL.CLUB.eq(Text.bytes(goal.club())))
                .and(CLUB_GOAL.CHALLENGE.eq(goal.challenge()))
                .and(CLUB_GOAL.STARTS_ON.eq(goal.start()))
                .and(CLUB_GOAL.TARGET.eq(goal.target()))
                .execute();
    }

    private static Condition ofClub(TenantId tenant, String club) {
        return CLUB_SCORE.TENANT_ID.eq(tenant.value()).and(CLUB_SCORE.CLUB.eq(Text.bytes(club)));
    }
}
