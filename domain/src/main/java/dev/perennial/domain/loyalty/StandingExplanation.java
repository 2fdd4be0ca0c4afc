package dev.perennial.domain.loyalty;

import dev.perennial.domain.loyalty.standing.EarningWindow;
import dev.perennial.domain.loyalty.standing.Match;
import dev.perennial.domain.loyalty.standing.Membership;
import dev.perennial.domain.program.TiersDocument;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a member's level rests on: it is the highest of the level that is earned, the one that was kept, and those that
 * were granted.
 *
 * @param programVersion the version in force, which has the thresholds; 0 when none was applied yet
 * @param earning empty when the version in force has no levels
 */
public record StandingExplanation(
        StandingNow now,
        int programVersion,
        Optional<Earning> earning,
        List<MatchGrant> matches,
        List<PlanGrant> plans) {

    public StandingExplanation {
        matches = List.copyOf(matches);
        plans = List.copyOf(plans);
    }

    /**
     * What was earned within the window, in the status unit's smallest step.
     *
     * @param contributions what each fact earned, in the order in which they occurred
     * @param moved what else counts in the window: another version of the program has put it there
     * @param reached the id of the level whose threshold the sum of all that reaches; empty for none
     * @param kept the id of a higher level that stands until the review or the end of the grace although the sum does
     *     not reach it; empty for none
     */
    public record Earning(
            EarningWindow window,
            TiersDocument tiers,
            List<Contribution> contributions,
            long moved,
            String reached,
            String kept) {

        public Earning {
            contributions = List.copyOf(contributions);
        }

        /** All that counts in the window. */
        public long sum() {
            return contributions.stream().mapToLong(Contribution::left).reduce(moved, Math::addExact);
        }
    }

    /**
     * What one fact earned.
     *
     * @param amount when it occurred
     * @param lost what refunds took of it since
     */
    public record Contribution(long activityNumber, Instant occurredAt, long amount, long lost) {

        public long left() {
            return Math.subtractExact(amount, lost);
        }
    }

    /** A matched level, and the fact that granted it. */
    public record MatchGrant(Match match, long activityNumber) {}

    /**
     * A membership that goes on.
     *
     * @param level the id of the level that the plan grants; empty for none
     * @param activityNumber the last fact about the membership; 0 when it is older than everything else that the level
     *     rests on
     */
    public record PlanGrant(Membership membership, String level, long activityNumber) {}
}
