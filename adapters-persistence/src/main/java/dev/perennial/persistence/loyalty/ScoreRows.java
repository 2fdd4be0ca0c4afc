package dev.perennial.persistence.loyalty;

import static dev.perennial.persistence.jooq.Tables.CLUB_DUE;
import static dev.perennial.persistence.jooq.Tables.CLUB_SCORE;
import static dev.perennial.persistence.jooq.Tables.LEADERBOARD_SCORE;

import dev.perennial.application.storage.Effect;
import dev.perennial.domain.loyalty.community.ClubPeriod;
import dev.perennial.domain.loyalty.community.Scores;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.persistence.jooq.tables.records.ClubScoreRecord;
import dev.perennial.persistence.jooq.tables.records.LeaderboardScoreRecord;
import dev.perennial.persistence.shared.RowInsert;
import dev.perennial.persistence.shared.Session;
import dev.perennial.persistence.shared.Text;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What others come to see of members' counters, as rows. */
final class ScoreRows {

    private static final RowInsert RANK = RowInsert.into(LEADERBOARD_SCORE).orUpdate(LEADERBOARD_SCORE.SCORE);
    private static final RowInsert CONTRIBUTE = RowInsert.into(CLUB_SCORE).orUpdate(CLUB_SCORE.SCORE);

    private ScoreRows() {}

    /** Effect by effect: what a member had when it joined a club comes before what it contributes. */
    static void save(Session session, TenantId tenant, List<Effect> effects) {
        Set<String> clubs = new TreeSet<>();
        for (Effect effect : effects) {
            Scores scores = effect.decision().scores();
            if (!scores.isEmpty()) {
                int member = effect.decision().after().number();
                rank(session, tenant, member, scores);
                scores.joining().forEach((period, score) -> join(session, tenant, member, period, score));
                contribute(session, tenant, member, scores);
                clubs.addAll(
                        scores.clubs().keySet().stream().map(ClubPeriod::club).collect(Collectors.toSet()));
            }
        }
        clubs.forEach(club -> mark(session, tenant, club));
    }

    private static void rank(Session session, TenantId tenant, int member, Scores scores) {
        session.insert(
                RANK,
                scores.ranked().entrySet().stream()
                        .map(score -> new LeaderboardScoreRecord(
                                tenant.value(),
                                score.getKey().leaderboard(),
                                score.getKey().start(),
                                member,
                                score.getValue()))
                        .toList());
    }

    private static void contribute(Session session, TenantId tenant, int member, Scores scores) {
        session.insert(
                CONTRIBUTE,
                scores.clubs().entrySet().stream()
                        .map(score -> row(tenant, member, score.getKey(), score.getValue(), 0))
                        .toList());
    }

    /** Who comes back in the same period keeps what was contributed before, and what was counted meanwhile is not. */
    private static void join(Session session, TenantId tenant, int member, ClubPeriod period, long score) {
        session.dsl()
                .insertInto(CLUB_SCORE)
                .set(row(tenant, member, period, score, score))
                .onDuplicateKeyUpdate()
                .set(
                        CLUB_SCORE.BEFORE_JOINING,
                        CLUB_SCORE.BEFORE_JOINING.plus(score).minus(CLUB_SCORE.SCORE))
                .set(CLUB_SCORE.SCORE, score)
                .execute();
    }

    private static ClubScoreRecord row(TenantId tenant, int member, ClubPeriod period, long score, long before) {
        return new ClubScoreRecord(
                tenant.value(), Text.bytes(period.club()), period.counter(), period.start(), member, score, before);
    }

    /** Where it is marked already, whoever takes the mark off waits for this transaction, and sees what it wrote. */
    private static void mark(Session session, TenantId tenant, String club) {
        session.dsl()
                .insertInto(CLUB_DUE, CLUB_DUE.TENANT_ID, CLUB_DUE.CLUB)
                .values(tenant.value(), Text.bytes(club))
                .onDuplicateKeyIgnore()
                .execute();
    }
}
