package dev.perennial.persistence.loyalty;

import static dev.perennial.persistence.jooq.Tables.CLUB_DUE;
import static dev.perennial.persistence.jooq.Tables.CLUB_SCORE;
import static dev.perennial.persistence.jooq.Tables.LEADERBOARD_SCORE;

import dev.perennial.application.storage.Effect;
import dev.perennial.domain.loyalty.community.ClubPeriod;
import dev.perennial.domain.loyalty.community.RankedPeriod;
import dev.perennial.domain.loyalty.community.Scores;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.persistence.jooq.tables.records.ClubScoreRecord;
import dev.perennial.persistence.jooq.tables.records.LeaderboardScoreRecord;
import dev.perennial.persistence.shared.RowInsert;
import dev.perennial.persistence.shared.Session;
import dev.perennial.persistence.shared.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.impl.DSL;

/** What others come to see of members' counters, as rows. */
final class ScoreRows {

    private static final RowInsert RANK = RowInsert.into(LEADERBOARD_SCORE).orUpdate(LEADERBOARD_SCORE.SCORE);
    private static final RowInsert CONTRIBUTE = RowInsert.into(CLUB_SCORE).orUpdate(CLUB_SCORE.SCORE);

    private final Session session;
    private final TenantId tenant;
    private final Map<Ranked, LeaderboardScoreRecord> ranked = new LinkedHashMap<>();
    private final Map<Contributed, ClubScoreRecord> contributed = new LinkedHashMap<>();
    private final Set<String> clubs = new TreeSet<>();

    private ScoreRows(Session session, TenantId tenant) {
        this.session = session;
        this.tenant = tenant;
    }

    private record Ranked(int member, RankedPeriod period) {}

    private record Contributed(int member, ClubPeriod period) {}

    /** All at once, but for what somebody had who joins a club: that comes between what was contributed. */
    static void save(Session session, TenantId tenant, List<Effect> effects) {
        ScoreRows rows = new ScoreRows(session, tenant);
        effects.forEach(effect ->
                rows.take(effect.decision().after().number(), effect.decision().scores()));
        rows.flush();
        rows.mark();
    }

    private void take(int member, Scores scores) {
        if (!scores.joining().isEmpty()) {
            flush();
            scores.joining().forEach((period, score) -> join(member, period, score));
        }
        scores.ranked().forEach((period, score) -> ranked.put(new Ranked(member, period), row(member, period, score)));
        scores.clubs().forEach((period, score) -> {
            contributed.put(new Contributed(member, period), row(member, period, score, 0));
            clubs.add(period.club());
        });
    }

    private void flush() {
        session.insert(RANK, ranked.values());
        session.insert(CONTRIBUTE, contributed.values());
        ranked.clear();
        contributed.clear();
    }

    /** Who comes back in the same period keeps what was contributed before, and what was counted meanwhile is not. */
    private void join(int member, ClubPeriod period, long score) {
        session.dsl()
                .insertInto(CLUB_SCORE)
                .set(row(member, period, score, score))
                .onDuplicateKeyUpdate()
                .set(
                        CLUB_SCORE.BEFORE_JOINING,
                        CLUB_SCORE.BEFORE_JOINING.plus(score).minus(CLUB_SCORE.SCORE))
                .set(CLUB_SCORE.SCORE, score)
                .execute();
    }

    private LeaderboardScoreRecord row(int member, RankedPeriod period, long score) {
        return new LeaderboardScoreRecord(tenant.value(), period.leaderboard(), period.start(), member, score);
    }

    private ClubScoreRecord row(int member, ClubPeriod period, long score, long before) {
        return new ClubScoreRecord(
                tenant.value(), Text.bytes(period.club()), period.counter(), period.start(), member, score, before);
    }

    /** Where it is marked already, whoever takes the mark off waits for this transaction, and sees what it wrote. */
    private void mark() {
        if (clubs.isEmpty()) {
            return;
        }
        session.dsl()
                .insertInto(CLUB_DUE, CLUB_DUE.TENANT_ID, CLUB_DUE.CLUB)
                .valuesOfRows(clubs.stream()
                        .map(club -> DSL.row(tenant.value(), Text.bytes(club)))
                        .toList())
                .onDuplicateKeyIgnore()
                .execute();
    }
}
