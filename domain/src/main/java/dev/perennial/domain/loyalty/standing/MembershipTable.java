package dev.perennial.domain.loyalty.standing;

import static dev.perennial.domain.loyalty.standing.MembershipEvent.CANCELLED_AT_PERIOD_END;
import static dev.perennial.domain.loyalty.standing.MembershipEvent.CANCELLED_NOW;
import static dev.perennial.domain.loyalty.standing.MembershipEvent.GRACE_OVER;
import static dev.perennial.domain.loyalty.standing.MembershipEvent.PAID;
import static dev.perennial.domain.loyalty.standing.MembershipEvent.PERIOD_OVER;
import static dev.perennial.domain.loyalty.standing.MembershipEvent.TRIAL_STARTED;
import static dev.perennial.domain.loyalty.standing.MembershipState.ACTIVE;
import static dev.perennial.domain.loyalty.standing.MembershipState.CANCELLING;
import static dev.perennial.domain.loyalty.standing.MembershipState.ENDED;
import static dev.perennial.domain.loyalty.standing.MembershipState.GRACE;
import static dev.perennial.domain.loyalty.standing.MembershipState.NONE;
import static dev.perennial.domain.loyalty.standing.MembershipState.TRIAL;

import dev.perennial.domain.program.PlanDocument;
import java.util.List;
import java.util.Optional;

/** All that can happen to a membership; what is not in the table changes nothing. */
final class MembershipTable {

    static final List<Transition> TRANSITIONS = List.of(
            new Transition(NONE, TRIAL_STARTED, TRIAL, Provided.TRIAL_OFFERED),
            new Transition(NONE, PAID, ACTIVE, Provided.PLAN_ON_SALE),
            new Transition(TRIAL, PAID, ACTIVE, Provided.PLAN_ON_SALE),
            new Transition(ACTIVE, PAID, ACTIVE, Provided.PLAN_ON_SALE),
            new Transition(CANCELLING, PAID, ACTIVE, Provided.PLAN_ON_SALE),
            new Transition(GRACE, PAID, ACTIVE, Provided.PLAN_ON_SALE),
            new Transition(ENDED, PAID, ACTIVE, Provided.PLAN_ON_SALE),
            new Transition(TRIAL, CANCELLED_AT_PERIOD_END, CANCELLING, Provided.ALWAYS),
            new Transition(ACTIVE, CANCELLED_AT_PERIOD_END, CANCELLING, Provided.ALWAYS),
            new Transition(GRACE, CANCELLED_AT_PERIOD_END, ENDED, Provided.ALWAYS),
            new Transition(TRIAL, CANCELLED_NOW, ENDED, Provided.ALWAYS),
            new Transition(ACTIVE, CANCELLED_NOW, ENDED, Provided.ALWAYS),
            new Transition(CANCELLING, CANCELLED_NOW, ENDED, Provided.ALWAYS),
            new Transition(GRACE, CANCELLED_NOW, ENDED, Provided.ALWAYS),
            new Transition(TRIAL, PERIOD_OVER, ENDED, Provided.ALWAYS),
            new Transition(ACTIVE, PERIOD_OVER, GRACE, Provided.GRACE_GRANTED),
            new Transition(ACTIVE, PERIOD_OVER, ENDED, Provided.NO_GRACE_GRANTED),
            new Transition(CANCELLING, PERIOD_OVER, ENDED, Provided.ALWAYS),
            new Transition(GRACE, GRACE_OVER, ENDED, Provided.ALWAYS));

    private MembershipTable() {}

    /** One row. */
    record Transition(MembershipState from, MembershipEvent event, MembershipState to, Provided provided) {}

    /** What the version of the program in force has to say for a row to be the one. */
    enum Provided {
        ALWAYS,
        PLAN_ON_SALE,
        TRIAL_OFFERED,
        GRACE_GRANTED,
        NO_GRACE_GRANTED;

        private boolean by(Optional<PlanDocument> plan) {
            return switch (this) {
                case ALWAYS -> true;
                case PLAN_ON_SALE -> plan.isPresent();
                case TRIAL_OFFERED ->
                    plan.filter(offer -> offer.trialDays() > 0).isPresent();
                case GRACE_GRANTED -> graceGranted(plan);
                case NO_GRACE_GRANTED -> !graceGranted(plan);
            };
        }

        private static boolean graceGranted(Optional<PlanDocument> plan) {
            return plan.filter(offer -> offer.graceDays() > 0).isPresent();
        }
    }

    /**
     * The state that the event leads to; empty when it changes nothing.
     *
     * @param plan as the version in force has it; empty when it is not sold any more
     */
    static Optional<MembershipState> next(MembershipState from, MembershipEvent event, Optional<PlanDocument> plan) {
        return TRANSITIONS.stream()
                .filter(row -> row.from() == from
                        && row.event() == event
                        && row.provided().by(plan))
                .map(Transition::to)
                .findFirst();
    }
}
