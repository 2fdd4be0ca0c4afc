package dev.perennial.application.testing;

import dev.perennial.application.loyalty.community.DueClubs.DueClub;
import dev.perennial.application.storage.ClubScores.Goal;
import dev.perennial.application.testing.Tables.MemberRef;
import dev.perennial.domain.loyalty.community.ClubPeriod;
import dev.perennial.domain.loyalty.community.RankedPeriod;
import dev.perennial.domain.loyalty.community.Scores;
import dev.perennial.domain.shared.TenantId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What others see of members' counters, in maps. */
record InMemoryCommunity(
        Map<Ranked, Map<MemberRef, Long>> rankings,
        Map<Contributed, Map<MemberRef, Contribution>> contributions,
        Set<DueClub> due,
        Map<Reached, Boolean> goals) {

    static InMemoryCommunity empty() {
        return new InMemoryCommunity(new HashMap<>(), new HashMap<>(), new HashSet<>(), new HashMap<>());
    }

    record Ranked(TenantId tenant, RankedPeriod period) {}

    record Contributed(TenantId tenant, ClubPeriod period) {}

    /** A goal; whether everybody was told is the map's value. */
    record Reached(TenantId tenant, Goal goal) {}

    record Contribution(long score, long beforeJoining) {

        long own() {
            return Math.max(0, score - beforeJoining);
        }
    }

    InMemoryCommunity copy() {
        InMemoryCommunity copy =
                new InMemoryCommunity(new HashMap<>(), new HashMap<>(), new HashSet<>(due), new HashMap<>(goals));
        rankings.forEach((period, scores) -> copy.rankings.put(period, new HashMap<>(scores)));
        contributions.forEach((period, scores) -> copy.contributions.put(period, new HashMap<>(scores)));
        return copy;
    }

    void save(MemberRef member, Scores scores) {
        TenantId tenant = member.tenant();
        scores.ranked()
                .forEach((period, score) -> rankings.computeIfAbsent(new Ranked(tenant, period), key -> new HashMap<>())
                        .put(member, score));
        scores.joining()
                .forEach((period, score) -> of(tenant, period)
                        .merge(
                                member,
                                new Contribution(score, score),
                                (before, now) ->
                                        new Contribution(score, before.beforeJoining() + score - before.score())));
        scores.clubs().forEach((period, score) -> {
            of(tenant, period)
                    .merge(
                            member,
                            new Contribution(score, 0),
                            (before, now) -> new Contribution(score, before.beforeJoining()));
            due.add(new DueClub(tenant, period.club()));
        });
    }

    Map<MemberRef, Contribution> of(TenantId tenant, ClubPeriod period) {
        return contributions.computeIfAbsent(new Contributed(tenant, period), key -> new HashMap<>());
    }
}
