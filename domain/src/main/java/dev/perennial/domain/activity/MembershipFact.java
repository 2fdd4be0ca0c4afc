package dev.perennial.domain.activity;

/** What happened to a customer's paid membership. */
public sealed interface MembershipFact extends ActivityDetail {

    /** The id of the plan. */
    String plan();

    /** The customer paid for one period: it starts or renews the membership. */
    record Payment(String plan) implements MembershipFact {

        @Override
        public ActivityType type() {
            return ActivityType.MEMBERSHIP_PAYMENT;
        }
    }

    /** The customer tries the plan. */
    record Trial(String plan) implements MembershipFact {

        @Override
        public ActivityType type() {
            return ActivityType.MEMBERSHIP_TRIAL;
        }
    }

    /**
     * The customer does not want it any more.
     *
     * @param atOnce whether it ends at once; if not, with what was paid for
     */
    record Cancellation(String plan, boolean atOnce) implements MembershipFact {

        @Override
        public ActivityType type() {
            return ActivityType.MEMBERSHIP_CANCELLATION;
        }
    }
}
