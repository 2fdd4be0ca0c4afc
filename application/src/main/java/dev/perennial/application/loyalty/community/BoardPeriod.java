package dev.perennial.application.loyalty.community;

import dev.perennial.domain.loyalty.community.RankedPeriod;
import dev.perennial.domain.program.Counter;
import dev.perennial.domain.program.CounterDocument.Window;
import dev.perennial.domain.program.LeaderboardDocument;
import dev.perennial.domain.program.Program;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.Period;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One period of a leaderboard.
 *
 * @param start its first day, in the program's zone
 * @param end the first day after it
 * @param freezesAt from then on nothing moves it
 */
public record BoardPeriod(
        LeaderboardDocument leaderboard,
        LocalDate start,
        LocalDate end,
        Instant endsAt,
        Instant freezesAt,
        State state) {

    /** How far a period is. */
    public enum State {
        /** It goes on. */
        OPEN,
        /** It has ended, but late facts still move it. */
        SETTLING,
        /** Nothing moves it any more. */
        FROZEN
    }

    static Result<BoardPeriod> of(ProgramHistory programs, String id, Optional<LocalDate> day, Instant now) {
        Program program = programs.at(now).program();
        LeaderboardDocument leaderboard = program.leaderboard(id).orElse(null);
        Counter counter = leaderboard == null ? null : program.counter(leaderboard.counter());
        if (leaderboard == null || counter == null) {
            return Result.refused(Refusal.of(Reason.LEADERBOARD_NOT_FOUND, "The program has no such leaderboard."));
        }
        LocalDate today = LocalDate.ofInstant(now, program.zone());
        if (day.filter(asked -> asked.isAfter(today)).isPresent()) {
            return Result.refused(Refusal.invalid("day", "must not be in the future"));
        }
        Period period = ((Window.Current) counter.document().window()).period();
        LocalDate start = period.startOf(day.orElse(today));
        LocalDate end = period.endOf(start);
        Instant endsAt = end.atStartOfDay(program.zone()).toInstant();
        Instant freezesAt = programs.leaderboard(leaderboard, endsAt, now).freezesAt(endsAt);
        State state = now.isBefore(endsAt) ? State.OPEN : now.isBefore(freezesAt) ? State.SETTLING : State.FROZEN;
        return Result.ok(new BoardPeriod(leaderboard, start, end, endsAt, freezesAt, state));
    }

    RankedPeriod ranked() {
        return new RankedPeriod(leaderboard.id(), start);
    }
}
