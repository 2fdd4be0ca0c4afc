package dev.perennial.domain.activity;

/** The kinds of facts; plain data by which earning rules are filtered before a condition is evaluated. */
public enum ActivityType {
    PURCHASE,
    REFUND,
    VISIT,
    REVIEW,
    SOCIAL_FOLLOW,
    CONTENT_VIEW,
    PROFILE_COMPLETED,
    APP_INSTALLED,
    MEMBERSHIP_PAYMENT,
    MEMBERSHIP_TRIAL,
    MEMBERSHIP_CANCELLATION,
    STATUS_MATCH,
    /** Told by the platform itself when the member's birthday begins. */
    BIRTHDAY,
    /** Told by the platform itself when a year since the enrolment is full. */
    ANNIVERSARY,
    /** Told by the platform itself when the member's club has reached a stage of a shared challenge. */
    CLUB_GOAL,
    CUSTOM;

    /** Whether only the platform itself may tell of it: it is decided by a command or by time. */
    public boolean isOwn() {
        return switch (this) {
            case MEMBERSHIP_TRIAL, MEMBERSHIP_CANCELLATION, STATUS_MATCH, BIRTHDAY, ANNIVERSARY, CLUB_GOAL -> true;
            default -> false;
        };
    }
}
