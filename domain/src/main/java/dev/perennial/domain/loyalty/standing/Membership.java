package dev.perennial.domain.loyalty.standing;

import dev.perennial.domain.program.PlanDocument;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A member's membership of one plan.
 *
 * @param plan the id of the plan
 * @param anchor from when the months that were paid for count; after a trial its end
 * @param months how many months were paid for since the anchor; counting them all from there keeps a membership that
 *     began on a 31st from drifting to the 28th
 * @param until when the state ends by itself; null when it does not
 */
public record Membership(
        String plan,
        MembershipState state,
        Instant anchor,
        int months,
        @Nullable Instant until) {

    static Membership none(String plan) {
        return new Membership(plan, MembershipState.NONE, Instant.EPOCH, 0, null);
    }

    /** What happens when the state ends by itself. */
    MembershipEvent byItself() {
        return state == MembershipState.GRACE ? MembershipEvent.GRACE_OVER : MembershipEvent.PERIOD_OVER;
    }

    /**
     * After an event that led to the state.
     *
     * @param offer the plan as the version in force has it; a trial, a payment and a grace need it
     */
    Membership moved(
            MembershipState next, MembershipEvent event, Optional<PlanDocument> offer, ZoneId zone, Instant at) {
        return switch (event) {
            case TRIAL_STARTED ->
                tried(at.plus(Duration.ofDays(offer.orElseThrow().trialDays())));
            case PAID -> paid(offer.orElseThrow().months(), zone, at);
            case CANCELLED_AT_PERIOD_END, CANCELLED_NOW, PERIOD_OVER, GRACE_OVER ->
                new Membership(
                        plan,
                        next,
                        anchor,
                        months,
                        switch (next) {
                            case CANCELLING -> until;
                            case GRACE ->
                                at.plus(Duration.ofDays(offer.orElseThrow().graceDays()));
                            case NONE, TRIAL, ACTIVE, ENDED -> null;
                        });
        };
    }

    private Membership tried(Instant end) {
        return new Membership(plan, MembershipState.TRIAL, end, 0, end);
    }

    /**
     * What is paid for begins where what was paid for before ends. If that leaves nothing of it, because the grace was
     * longer than the period, it begins with the payment.
     */
    private Membership paid(int more, ZoneId zone, Instant at) {
        Instant end = after(anchor, months + more, zone);
        if (state.live() && end.isAfter(at)) {
            return new Membership(plan, MembershipState.ACTIVE, anchor, months + more, end);
        }
        return new Membership(plan, MembershipState.ACTIVE, at, more, after(at, more, zone));
    }

    private static Instant after(Instant anchor, int months, ZoneId zone) {
        return anchor.atZone(zone).plusMonths(months).toInstant();
    }
}
