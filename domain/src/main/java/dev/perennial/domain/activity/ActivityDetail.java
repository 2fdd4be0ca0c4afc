package dev.perennial.domain.activity;

/** What is particular to one kind of fact. */
public sealed interface ActivityDetail
        permits Purchase, Refund, Visit, Custom, Engagement, MembershipFact, StatusMatch, Celebration, ClubGoal {

    ActivityType type();

    /** The order that it says something about, being no purchase itself; empty for none. */
    default String aboutOrder() {
        return "";
    }
}
