package dev.perennial.domain.loyalty;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.ActivityDetail;
import dev.perennial.domain.activity.ActivityKey;
import dev.perennial.domain.activity.ClubGoal;
import dev.perennial.domain.activity.FactPosition;
import dev.perennial.domain.activity.MembershipFact;
import dev.perennial.domain.activity.Place;
import dev.perennial.domain.activity.StatusMatch;
import dev.perennial.domain.loyalty.standing.Match;
import dev.perennial.domain.loyalty.standing.MembershipState;
import dev.perennial.domain.loyalty.standing.Standing;
import dev.perennial.domain.program.PlanDocument;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.TiersDocument;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A fact of the platform's own that somebody asks for or another's facts lead to: a matched level, a trial, a
 * cancellation, a goal of a club. Facts are never refused, so it is looked at before it becomes one, and it must change
 * something.
 *
 * @param externalId unique among the platform's own facts of the tenant
 */
public record OwnFact(String externalId, ActivityDetail detail) {

    public static OwnFact matching(String requestId, StatusMatch match) {
        return new OwnFact("match:" + requestId, match);
    }

    public static OwnFact trying(String requestId, String plan) {
        return new OwnFact("trial:" + requestId, new MembershipFact.Trial(plan));
    }

    public static OwnFact cancelling(String requestId, String plan, boolean atOnce) {
        return new OwnFact("cancel:" + requestId, new MembershipFact.Cancellation(plan, atOnce));
    }

    /** A stage that the member's club has reached; each member is told once, whichever club it is in. */
    public static OwnFact reaching(ClubGoal goal) {
        return new OwnFact("club-goal:" + goal.challenge() + ":" + goal.target() + ":" + goal.periodStart(), goal);
    }

    /** Whether the platform itself told the fact. */
    public static boolean isOwn(Activity activity) {
        return activity.key().source().equals(Celebrations.SOURCE);
    }

    /** The fact. It comes after every other of the member, even those that were told ahead of their time. */
    public Activity after(MemberState state, Instant now) {
        ActivityKey key = new ActivityKey(Celebrations.SOURCE, externalId);
        Instant at = state.effective(now);
        FactPosition last = state.tally().last();
        Instant after = last != null && last.compareTo(new FactPosition(at, key)) > 0
                ? last.occurredAt().plus(1, ChronoUnit.MICROS)
                : at;
        return new Activity(key, after, false, Place.UNKNOWN, Map.of(), detail);
    }

    /**
     * Why the fact would change nothing at the moment or is not allowed, if so.
     *
     * @return {@link Reason#STATUS_MATCH_NOT_OFFERED}, {@link Reason#TIER_NOT_FOUND}, {@link Reason#STATUS_MATCH_HELD},
     *     {@link Reason#PLAN_NOT_FOUND}, {@link Reason#TRIAL_NOT_OFFERED}, {@link Reason#MEMBERSHIP_STATE}, {@link
     *     Reason#MEMBER_SUSPENDED} or {@link Reason#MEMBER_CLOSED}
     */
    Optional<Refusal> refusal(ProgramHistory programs, MemberState state, Instant at) {
        Optional<Refusal> forbidden = permission(state);
        return forbidden.isPresent() ? forbidden : unchanging(programs, state, at);
    }

    /** Whoever is suspended may still end a membership; what a club has reached is nobody's wish. */
    private Optional<Refusal> permission(MemberState state) {
        return switch (detail) {
            case ClubGoal goal -> Optional.empty();
            case MembershipFact.Cancellation cancellation -> Permission.toOperator(state);
            default -> Permission.toMember(state);
        };
    }

    private Optional<Refusal> unchanging(ProgramHistory programs, MemberState state, Instant at) {
        Standing standing = new StandingEvents(programs, state).at(state.tally(), at);
        return switch (detail) {
            case StatusMatch match -> refusal(programs.at(at).program().tiers(), standing, match);
            case MembershipFact fact ->
                standing.allows(programs, fact, at).isPresent()
                        ? Optional.empty()
                        : Optional.of(refusal(programs.at(at).program().plan(fact.plan()), standing, fact));
            case ClubGoal goal -> Optional.empty();
            default -> throw new IllegalArgumentException("nobody can ask for a fact of the type " + detail.type());
        };
    }

    private static Optional<Refusal> refusal(@Nullable TiersDocument tiers, Standing standing, StatusMatch match) {
        if (tiers == null || tiers.statusMatch() == null) {
            return Optional.of(
                    Refusal.of(Reason.STATUS_MATCH_NOT_OFFERED, "The program does not match levels of others."));
        }
        int rank = rank(tiers, match.level());
        if (rank < 0) {
            return Optional.of(Refusal.of(Reason.TIER_NOT_FOUND, "The program has no such level."));
        }
        return standing.matches().stream()
                .filter(held -> rank(tiers, held.level()) >= rank)
                .findFirst()
                .map(OwnFact::held);
    }

    private static int rank(TiersDocument tiers, String level) {
        return tiers.levels().stream().map(TiersDocument.Level::id).toList().indexOf(level);
    }

    /** Or it could be prolonged for ever, whatever is earned. */
    private static Refusal held(Match match) {
        return Refusal.of(
                Reason.STATUS_MATCH_HELD,
                "The member has a match of this level or a higher one.",
                Map.of("level", match.level(), "until", match.endsAt().toString()));
    }

    private static Refusal refusal(Optional<PlanDocument> offer, Standing standing, MembershipFact fact) {
        MembershipState state = StandingEvents.state(standing, fact.plan());
        boolean trial = fact instanceof MembershipFact.Trial;
        if (offer.isEmpty() && (trial || state == MembershipState.NONE)) {
            return Refusal.of(Reason.PLAN_NOT_FOUND, "The program has no such plan.");
        }
        if (trial && offer.filter(plan -> plan.trialDays() > 0).isEmpty()) {
            return Refusal.of(Reason.TRIAL_NOT_OFFERED, "The plan has no trial.", Map.of("plan", fact.plan()));
        }
        return Refusal.of(
                Reason.MEMBERSHIP_STATE,
                "The state of the membership is " + state + ".",
                Map.of("plan", fact.plan(), "state", state.name()));
    }
}
