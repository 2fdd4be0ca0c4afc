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
import java.util.Set;

/** What others come to see of a member's counters, under the program in force at a moment. */
final class Scoring {

    private final Program program;
    private final Instant now;
    private final Map<RankedPeriod, Long> ranked = new HashMap<>();
    private final Map<ClubPeriod, Long> clubs = new HashMap<>();

    private Scoring(Program program, Instant now) {
        this.program = program;
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
        Scoring scoring = new Scoring(programs.at(now).program(), now);
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
        Scoring scoring = new Scoring(programs.at(now).program(), now);
        Counts counts = before.tally().counts();
        LocalDate today = LocalDate.ofInstant(now, scoring.program.zone());
        Participation taking = step.after(before.participation());
        return switch (step) {
            case TakingPart.JoinLeaderboard join -> {
                scoring.rank(new Participation(Set.of(join.leaderboard()), ""), counts, today);
                yield new Scores(scoring.ranked, Map.of(), Map.of());
            }
            case TakingPart.LeaveLeaderboard leave -> {
                scoring.withdraw(leave.leaderboard(), today);
                yield new Scores(scoring.ranked, Map.of(), Map.of());
            }
            case TakingPart.JoinClub join -> {
                scoring.contribute(taking, counts, today);
                yield new Scores(Map.of(), Map.of(), scoring.clubs);
            }
            case TakingPart.LeaveClub leave -> Scores.NONE;
        };
    }

    private void rank(Participation taking, Counts counts, LocalDate day) {
        for (LeaderboardDocument leaderboard : program.document().engagement().leaderboards()) {
            Counter counter = program.counter(leaderboard.counter());
            if (taking.leaderboards().contains(leaderboard.id()) && counter != null) {
                LocalDate start = period(counter).startOf(day);
                if (isOpen(leaderboard, counter, start)) {
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
        return now.isBefore(leaderboard.freezesAt(period(counter).endOf(start), program.zone()));
    }

    private void contribute(Participation taking, Counts counts, LocalDate day) {
        if (!taking.isInAClub()) {
            return;
        }
        program.document().engagement().challenges().stream()
                .filter(ChallengeDocument::shared)
                .map(challenge -> program.counter(challenge.counter()))
                .filter(Objects::nonNull)
                .distinct()
                .forEach(counter -> clubs.put(
                        new ClubPeriod(
                                taking.club(), counter.id(), period(counter).startOf(day)),
                        counts.value(counter, day)));
    }

    /** Rankings and clubs watch no other counters: the program's check sees to it. */
    private static Period period(Counter counter) {
        return ((Window.Current) counter.document().window()).period();
    }
}
