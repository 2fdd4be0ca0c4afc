package dev.perennial.application.loyalty.community;

import dev.perennial.application.storage.ClubScores.Goal;
import dev.perennial.domain.loyalty.community.ClubPeriod;
import dev.perennial.domain.program.ChallengeDocument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How far a club is with a shared challenge in the present period.
 *
 * @param start the first day of the period
 * @param endsAt when the period ends and the challenge begins anew
 * @param total what its members have contributed
 * @param reached the targets of the stages that it has reached; they stay reached
 */
public record SharedProgress(
        ChallengeDocument challenge, LocalDate start, Instant endsAt, long total, Set<Long> reached) {

    public SharedProgress {
        reached = Set.copyOf(reached);
    }

    /** In the period that goes on at the moment. */
    static SharedProgress of(
            SharedChallenge shared, String club, LocalDate today, Map<ClubPeriod, Long> totals, Set<Goal> reached) {
        LocalDate start = shared.startOf(today);
        return new SharedProgress(
                shared.document(),
                start,
                shared.endOf(start),
                totals.getOrDefault(new ClubPeriod(club, shared.document().counter(), start), 0L),
                reached.stream()
                        .filter(goal ->
                                goal.challenge().equals(shared.document().id()))
                        .filter(goal -> goal.start().equals(start))
                        .map(Goal::target)
                        .collect(Collectors.toSet()));
    }
}
