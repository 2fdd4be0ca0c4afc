package dev.perennial.persistence.loyalty;

import static dev.perennial.persistence.jooq.Tables.LEADERBOARD_SCORE;
import static dev.perennial.persistence.jooq.Tables.MEMBER;

import dev.perennial.application.storage.Rankings;
import dev.perennial.domain.loyalty.community.RankedPeriod;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.persistence.shared.Session;
import dev.perennial.persistence.shared.Text;
import java.util.List;
import org.jooq.Condition;

/** Rankings, read along their index. */
public final class JooqRankings implements Rankings {

    private final Session session;

    public JooqRankings(Session session) {
        this.session = session;
    }

    @Override
    public List<Scored> list(TenantId tenant, RankedPeriod period, long offset, int limit) {
        return session.dsl()
                .select(MEMBER.MEMBER_ID, LEADERBOARD_SCORE.SCORE)
                .from(LEADERBOARD_SCORE)
                .join(MEMBER)
                .on(MEMBER.TENANT_ID.eq(LEADERBOARD_SCORE.TENANT_ID))
                .and(MEMBER.MEMBER_NO.eq(LEADERBOARD_SCORE.MEMBER_NO))
                .where(ranked(tenant, period))
                .orderBy(LEADERBOARD_SCORE.SCORE.desc(), LEADERBOARD_SCORE.MEMBER_NO)
                .limit(limit)
                .offset(offset)
                .fetch(row -> new Scored(new MemberId(Text.of(row.value1())), row.value2()));
    }

    @Override
    public long ahead(TenantId tenant, RankedPeriod period, long score) {
        return session.dsl()
                .fetchCount(LEADERBOARD_SCORE, ranked(tenant, period).and(LEADERBOARD_SCORE.SCORE.gt(score)));
    }

    @Override
    public long size(TenantId tenant, RankedPeriod period) {
        return session.dsl().fetchCount(LEADERBOARD_SCORE, ranked(tenant, period));
    }

    @Override
    public long scoreOf(TenantId tenant, RankedPeriod period, int member) {
        Long score = session.dsl()
                .select(LEADERBOARD_SCORE.SCORE)
                .from(LEADERBOARD_SCORE)
                .where(ranked(tenant, period))
                .and(LEADERBOARD_SCORE.MEMBER_NO.eq(member))
                .fetchOne(LEADERBOARD_SCORE.SCORE);
        return score == null ? 0 : score;
    }

    private static Condition ranked(TenantId tenant, RankedPeriod period) {
        return LEADERBOARD_SCORE
                .TENANT_ID
                .eq(tenant.value())
                .and(LEADERBOARD_SCORE.LEADERBOARD.eq(period.leaderboard()))
                .and(LEADERBOARD_SCORE.STARTS_ON.eq(period.start()))
                .and(LEADERBOARD_SCORE.SCORE.gt(0L));
    }
}
