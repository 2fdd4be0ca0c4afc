package dev.perennial.domain.loyalty.community;

import dev.perennial.domain.feed.Event;
import dev.perennial.domain.program.Program;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A step of a member towards the others, or away from them. */
public sealed interface TakingPart {

    /** Why it cannot be taken, if so. */
    Optional<Refusal> refusal(Program program, Participation before);

    /** Where the member takes part once it is taken. */
    Participation after(Participation before, Instant now);

    /** How the feed tells of it. */
    Event event(Participation before);

    /** To be seen on a ranking. */
    record JoinLeaderboard(String leaderboard) implements TakingPart {

        @Override
        public Optional<Refusal> refusal(Program program, Participation before) {
            if (program.leaderboard(leaderboard).isEmpty()) {
                return Optional.of(Refusal.of(Reason.LEADERBOARD_NOT_FOUND, "The program has no such leaderboard."));
            }
            return before.leaderboards().containsKey(leaderboard)
                    ? refused("The member is on the leaderboard already.", "leaderboard", leaderboard)
                    : Optional.empty();
        }

        @Override
        public Participation after(Participation before, Instant now) {
            return before.on(leaderboard, now);
        }

        @Override
        public Event event(Participation before) {
            return new Event.LeaderboardJoined(leaderboard);
        }
    }

    /** Not to be seen on a ranking any more; it may have left the program since the member joined it. */
    record LeaveLeaderboard(String leaderboard) implements TakingPart {

        @Override
        public Optional<Refusal> refusal(Program program, Participation before) {
            return before.leaderboards().containsKey(leaderboard)
                    ? Optional.empty()
                    : refused("The member is not on the leaderboard.", "leaderboard", leaderboard);
        }

        @Override
        public Participation after(Participation before, Instant now) {
            return before.off(leaderboard);
        }

        @Override
        public Event event(Participation before) {
            return new Event.LeaderboardLeft(leaderboard);
        }
    }

    /** To belong to a club. It comes into being with its first member. */
    record JoinClub(String club) implements TakingPart {

        @Override
        public Optional<Refusal> refusal(Program program, Participation before) {
            return before.club() != null
                    ? refused("The member is in a club already.", "club", before.clubId())
                    : Optional.empty();
        }

        @Override
        public Participation after(Participation before, Instant now) {
            return before.inClub(club, now);
        }

        @Override
        public Event event(Participation before) {
            return new Event.ClubJoined(club);
        }
    }

    /** To belong to no club. What the member has contributed stays with it. */
    record LeaveClub() implements TakingPart {

        @Override
        public Optional<Refusal> refusal(Program program, Participation before) {
            return before.club() != null ? Optional.empty() : refused("The member is in no club.", "club", "");
        }

        @Override
        public Participation after(Participation before, Instant now) {
            return before.inNoClub();
        }

        @Override
        public Event event(Participation before) {
            return new Event.ClubLeft(before.clubId());
        }
    }

    private static Optional<Refusal> refused(String message, String name, String value) {
        return Optional.of(Refusal.of(Reason.PARTICIPATION_STATE, message, Map.of(name, value)));
    }
}
