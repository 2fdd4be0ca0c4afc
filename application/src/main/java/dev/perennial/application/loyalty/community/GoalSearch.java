package dev.perennial.application.loyalty.community;

import dev.perennial.application.storage.ClubScores;
import dev.perennial.application.storage.ClubScores.Goal;
import dev.perennial.domain.loyalty.community.ClubPeriod;
import dev.perennial.domain.program.Program;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a club has reached and nobody has noticed yet. A period is judged by the version in force at its end, or now if it
 * goes on, and only while late facts may still change what was earned in it: a version that lowers a target pays nothing
 * for the past.
 */
final class GoalSearch {

    private final ProgramHistory programs;
    private final Instant now;

    GoalSearch(ProgramHistory programs, Instant now) {
        this.programs = programs;
        this.now = now;
    }

    List<Goal> unnoticed(ClubScores clubs, TenantId tenant, String club) {
        Program program = programs.at(now).program();
        List<SharedChallenge> shared = SharedChallenge.of(program);
        if (shared.isEmpty()) {
            return List.of();
        }
        Instant open = now.minus(program.reopenWindow());
        LocalDate from = earliest(shared, LocalDate.ofInstant(open, program.zone()));
        Set<String> counters =
                shared.stream().map(challenge -> challenge.document().counter()).collect(Collectors.toSet());
        Map<ClubPeriod, Long> totals = clubs.totals(tenant, club, counters, from);
        Set<Goal> known = clubs.reached(tenant, club, from);
        List<Goal> goals = new ArrayList<>();
        for (SharedChallenge challenge : shared) {
            totals.forEach((period, total) -> {
                Instant end = challenge.endOf(period.start());
                if (challenge.document().counter().equals(period.counter()) && end.isAfter(open)) {
                    goals.addAll(goals(challenge, period, total, end));
                }
            });
        }
        goals.removeAll(known);
        return goals;
    }

    private List<Goal> goals(SharedChallenge challenge, ClubPeriod period, long total, Instant end) {
        return asItStood(challenge, end).stream()
                .flatMap(then -> then.reachedBy(total).stream())
                .map(target -> new Goal(period.club(), challenge.document().id(), target, period.start()))
                .toList();
    }

    private List<SharedChallenge> asItStood(SharedChallenge challenge, Instant end) {
        if (now.isBefore(end)) {
            return List.of(challenge);
        }
        return SharedChallenge.of(programs.at(end.minusNanos(1_000)).program()).stream()
                .filter(then -> then.document().id().equals(challenge.document().id()))
                .filter(then ->
                        then.document().counter().equals(challenge.document().counter()))
                .toList();
    }

    /** The first day of the earliest period that holds the day. */
    static LocalDate earliest(List<SharedChallenge> shared, LocalDate day) {
        return shared.stream()
                .map(challenge -> challenge.startOf(day))
                .min(LocalDate::compareTo)
                .orElse(day);
    }
}
