package dev.perennial.application.loyalty.community;

import dev.perennial.application.storage.ClubScores.Goal;
import dev.perennial.domain.loyalty.community.ClubPeriod;
import dev.perennial.domain.program.ChallengeDocument;
import dev.perennial.domain.program.Counter;
import dev.perennial.domain.program.CounterDocument.Window;
import dev.perennial.domain.program.Program;
import dev.perennial.domain.shared.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How far a club is with a shared challenge in the present period.
 *
 * @param start the first day of the period
 * @param endsAt when the period ends and the challenge begins anew
 * @param total what its members have contributed
 * @param reached the stages that it has reached, from 0; they stay reached
 */
public record SharedProgress(
        ChallengeDocument challenge, LocalDate start, Instant endsAt, long total, Set<Integer> reached) {

    /** More than all the stages that a program can have in one period. */
    static final int GOALS_MAX = 2_000;

    /** Every period that is not over for longer than late facts may come. */
    private static final int DAYS_BACK = 731;

    public SharedProgress {
        reached = Set.copyOf(reached);
    }

    static List<SharedProgress> of(
            Program program,
            String club,
            Instant now,
            Function<LocalDate, Map<ClubPeriod, Long>> totals,
            List<Goal> reached) {
        LocalDate today = LocalDate.ofInstant(now, program.zone());
        Map<ClubPeriod, Long> found = totals.apply(today.minusDays(DAYS_BACK));
        return shared(program).stream()
                .map(challenge -> {
                    Period period = period(program, challenge);
                    LocalDate start = period.startOf(today);
                    return new SharedProgress(
                            challenge,
                            start,
                            period.endOf(start).atStartOfDay(program.zone()).toInstant(),
                            found.getOrDefault(new ClubPeriod(club, challenge.counter(), start), 0L),
                            reached.stream()
                                    .filter(goal -> goal.challenge().equals(challenge.id()))
                                    .filter(goal -> goal.start().equals(start))
                                    .map(Goal::stage)
                                    .collect(Collectors.toSet()));
                })
                .toList();
    }

    /** The goals that a club's totals come to, whether or not it reached them before. */
    static List<Goal> goals(
            Program program, String club, Instant now, Function<LocalDate, Map<ClubPeriod, Long>> totals) {
        List<ChallengeDocument> shared = shared(program);
        if (shared.isEmpty()) {
            return List.of();
        }
        List<Goal> goals = new ArrayList<>();
        totals.apply(LocalDate.ofInstant(now, program.zone()).minusDays(DAYS_BACK))
                .forEach((period, total) -> shared.stream()
                        .filter(challenge -> challenge.counter().equals(period.counter()))
                        .forEach(challenge -> IntStream.range(
                                        0, challenge.stages().size())
                                .filter(stage ->
                                        total >= challenge.stages().get(stage).target())
                                .mapToObj(stage -> new Goal(club, challenge.id(), stage, period.start()))
                                .forEach(goals::add)));
        return goals;
    }

    private static List<ChallengeDocument> shared(Program program) {
        return program.document().engagement().challenges().stream()
                .filter(challenge -> challenge.shared() && program.counter(challenge.counter()) != null)
                .toList();
    }

    /** The program's check sees to it that a shared challenge watches no other counter. */
    private static Period period(Program program, ChallengeDocument challenge) {
        Counter counter = program.counter(challenge.counter());
        if (counter == null) {
            throw new IllegalArgumentException("the challenge has no counter");
        }
        return ((Window.Current) counter.document().window()).period();
    }
}
