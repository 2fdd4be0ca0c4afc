package dev.perennial.grpc.activity;

import dev.perennial.contract.activity.v1.ActivityType;

/** The kinds of activities, which programs and events name, too. */
public final class ActivityTypes {

    private ActivityTypes() {}

    public static ActivityType toProto(dev.perennial.domain.activity.ActivityType type) {
        return switch (type) {
            case PURCHASE -> ActivityType.ACTIVITY_TYPE_PURCHASE;
            case REFUND -> ActivityType.ACTIVITY_TYPE_REFUND;
            case VISIT -> ActivityType.ACTIVITY_TYPE_VISIT;
            case REVIEW -> ActivityType.ACTIVITY_TYPE_REVIEW;
            case SOCIAL_FOLLOW -> ActivityType.ACTIVITY_TYPE_SOCIAL_FOLLOW;
            case CONTENT_VIEW -> ActivityType.ACTIVITY_TYPE_CONTENT_VIEW;
            case PROFILE_COMPLETED -> ActivityType.ACTIVITY_TYPE_PROFILE_COMPLETED;
            case APP_INSTALLED -> ActivityType.ACTIVITY_TYPE_APP_INSTALLED;
            case MEMBERSHIP_PAYMENT -> ActivityType.ACTIVITY_TYPE_MEMBERSHIP_PAYMENT;
            case MEMBERSHIP_TRIAL -> ActivityType.ACTIVITY_TYPE_MEMBERSHIP_TRIAL;
            case MEMBERSHIP_CANCELLATION -> ActivityType.ACTIVITY_TYPE_MEMBERSHIP_CANCELLATION;
            case STATUS_MATCH -> ActivityType.ACTIVITY_TYPE_STATUS_MATCH;
            case BIRTHDAY -> ActivityType.ACTIVITY_TYPE_BIRTHDAY;
            case ANNIVERSARY -> ActivityType.ACTIVITY_TYPE_ANNIVERSARY;
            case CLUB_GOAL -> ActivityType.ACTIVITY_TYPE_CLUB_GOAL;
            case CUSTOM -> ActivityType.ACTIVITY_TYPE_CUSTOM;
        };
    }

    public static dev.perennial.domain.activity.ActivityType toDomain(ActivityType type) {
        return switch (type) {
            case ACTIVITY_TYPE_PURCHASE -> dev.perennial.domain.activity.ActivityType.PURCHASE;
            case ACTIVITY_TYPE_REFUND -> dev.perennial.domain.activity.ActivityType.REFUND;
            case ACTIVITY_TYPE_VISIT -> dev.perennial.domain.activity.ActivityType.VISIT;
            case ACTIVITY_TYPE_REVIEW -> dev.perennial.domain.activity.ActivityType.REVIEW;
            case ACTIVITY_TYPE_SOCIAL_FOLLOW -> dev.perennial.domain.activity.ActivityType.SOCIAL_FOLLOW;
            case ACTIVITY_TYPE_CONTENT_VIEW -> dev.perennial.domain.activity.ActivityType.CONTENT_VIEW;
            case ACTIVITY_TYPE_PROFILE_COMPLETED -> dev.perennial.domain.activity.ActivityType.PROFILE_COMPLETED;
            case ACTIVITY_TYPE_APP_INSTALLED -> dev.perennial.domain.activity.ActivityType.APP_INSTALLED;
            case ACTIVITY_TYPE_MEMBERSHIP_PAYMENT -> dev.perennial.domain.activity.ActivityType.MEMBERSHIP_PAYMENT;
            case ACTIVITY_TYPE_MEMBERSHIP_TRIAL -> dev.perennial.domain.activity.ActivityType.MEMBERSHIP_TRIAL;
            case ACTIVITY_TYPE_MEMBERSHIP_CANCELLATION ->
                dev.perennial.domain.activity.ActivityType.MEMBERSHIP_CANCELLATION;
            case ACTIVITY_TYPE_STATUS_MATCH -> dev.perennial.domain.activity.ActivityType.STATUS_MATCH;
            case ACTIVITY_TYPE_BIRTHDAY -> dev.perennial.domain.activity.ActivityType.BIRTHDAY;
            case ACTIVITY_TYPE_ANNIVERSARY -> dev.perennial.domain.activity.ActivityType.ANNIVERSARY;
            case ACTIVITY_TYPE_CLUB_GOAL -> dev.perennial.domain.activity.ActivityType.CLUB_GOAL;
            case ACTIVITY_TYPE_CUSTOM -> dev.perennial.domain.activity.ActivityType.CUSTOM;
            case ACTIVITY_TYPE_UNSPECIFIED, UNRECOGNIZED ->
                throw new IllegalArgumentException("an unknown type passed validation");
        };
    }
}
