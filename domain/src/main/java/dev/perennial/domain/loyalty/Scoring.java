package dev.perennial.domain.loyalty;

import dev.perennial.domain.loyalty.community.ClubPeriod;
import dev.perennial.domain.loyalty.community.Participation;
import dev.perennial.domain.loyalty.community.RankedPeriod;
import dev.perennial.domain.loyalty.community.Scores;
import dev.perennial.domain.loyalty.community.TakingPart;
import dev.perennial.domain.program.ChallengeDocument;
import dev.perennial.domain.program.Counter;
import dev.perennial.domain.program.CounterDocument.Window;
import dev.perennial.domain.program.LeaderboardDocument;
import dev.perennial.domain.program.Program;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What others come to see of a member's counters, under the program in force at a moment. */
final class Scoring {

    private final ProgramHistory programs;
    private final Program program;
    private final Instant now;
    private final Map<RankedPeriod, Long> ranked = new HashMap<>();
    private final Map<ClubPeriod, Long> clubs = new HashMap<>();

    private Scoring(ProgramHistory programs, Instant now) {
        this.programs = programs;
        this.program = programs.at(now).program();
        this.now = now;
    }

    /**
     * After facts were folded.
     *
     * @param steps from the first fact that may have changed to the last of the member: the last one of a period has its
     *     value
     */
    static Scores after(ProgramHistory programs, MemberState before, List<Step> steps, Instant now) {
        Participation taking = before.participation();
        boolean unseen = taking.equals(Participation.NONE);
        boolean uncounted = steps.size() == 1
                && steps.getFirst().counted().equals(before.tally().counts());
        if (unseen || uncounted || programs.isEmpty()) {
            return Scores.NONE;
        }
        Scoring scoring = new Scoring(programs, now);
        for (Step step : steps) {
            LocalDate day = LocalDate.ofInstant(
                    step.fact().activity().occurredAt(), step.under().program().zone());
            scoring.rank(taking, step.counted(), day);
            scoring.contribute(taking, step.counted(), day);
        }
        return new Scores(scoring.ranked, scoring.clubs, Map.of());
    }

    /** When a member takes part, or does not any more. */
    static Scores of(TakingPart step, ProgramHistory programs, MemberState before, Instant now) {
        Scoring scoring = new Scoring(programs, now);
        Counts counts = before.tally().counts();
        LocalDate today = LocalDate.ofInstant(now, scoring.program.zone());
        return switch (step) {
            case TakingPart.JoinLeaderboard join -> {
                scoring.rank(new Participation(Map.of(join.leaderboard(), now), null), counts, today);
                yield new Scores(scoring.ranked, Map.of(), Map.of());
            }
            case TakingPart.LeaveLeaderboard leave -> {
                scoring.withdraw(leave.leaderboard(), today);
                yield new Scores(scoring.ranked, Map.of(), Map.of());
            }
            case TakingPart.JoinClub join -> {
                scoring.contribute(step.after(before.participation(), now), counts, today);
                yield new Scores(Map.of(), Map.of(), scoring.clubs);
            }
            case TakingPart.LeaveClub leave -> Scores.NONE;
        };
    }

    /** A period that ended before somebody joined is none that the member has chosen to be seen in. */
    private void rank(Participation taking, Counts counts, LocalDate day) {
        for (LeaderboardDocument leaderboard : program.document().engagement().leaderboards()) {
            Counter counter = program.counter(leaderboard.counter());
            Instant since = taking.leaderboards().get(leaderboard.id());
            if (since != null && counter != null) {
                LocalDate start = period(counter).startOf(day);
                if (isOpen(leaderboard, counter, start) && endOf(counter, start).isAfter(since)) {
                    ranked.put(new RankedPeriod(leaderboard.id(), start), counts.value(counter, day));
                }
            }
        }
    }

    /** Off every period that is not frozen. */
    private void withdraw(String id, LocalDate today) {
        LeaderboardDocument leaderboard = program.leaderboard(id).orElse(null);
        Counter counter = leaderboard == null ? null : program.counter(leaderboard.counter());
        if (leaderboard == null || counter == null) {
            return;
        }
        Period period = period(counter);
        LocalDate start = period.startOf(today);
        while (isOpen(leaderboard, counter, start)) {
            ranked.put(new RankedPeriod(id, start), 0L);
            start = period.startOf(start.minusDays(1));
        }
    }

    private boolean isOpen(LeaderboardDocument leaderboard, Counter counter, LocalDate start) {
        Instant end = endOf(counter, start);
        return now.isBefore(programs.leaderboard(leaderboard, end, now).freezesAt(end));
    }

    private Instant endOf(Counter counter, LocalDate start) {
        return period(counter).endOf(start).atStartOfDay(program.zone()).toInstant();
    }

    /** What was counted in a period that ended before somebody joined a club is none of the club's. */
    private void contribute(Participation taking, Counts counts, LocalDate day) {
        Participation.Membership club = taking.club();
        if (club == null) {
            return;
        }
        program.document().engagement().challenges().stream()
                .filter(ChallengeDocument::shared)
                .map(challenge -> program.counter(challenge.counter()))
                .filter(Objects::nonNull)
                .distinct()
                .filter(counter -> endOf(counter, period(counter).startOf(day)).isAfter(club.since()))
                .forEach(counter -> clubs.put(
                        new ClubPeriod(club.id(), counter.id(), period(counter).startOf(day)),
                        counts.value(counter, day)));
    }

    /** Rankings and clubs watch no other counters: the program's check sees to it. */
    private static Period period(Counter counter) {
        return ((Window.Current) counter.document().window()).period();
    }
}
