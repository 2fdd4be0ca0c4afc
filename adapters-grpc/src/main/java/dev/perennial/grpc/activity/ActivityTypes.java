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
            case CUSTOM -> ActivityType.ACTIVITY_TYPE_CUSTOM;
        };
    }

    public static dev.perennial.domain.activity.ActivityType toDomain(ActivityType type) {
        return switch (type) {
            case ACTIVITY_TYPE_PURCHASE -> dev.perennial.domain.activity.ActivityType.PURCHASE;
            case ACTIVITY_TYPE_REFUND -> dev.perennial.domain.activity.ActivityType.REFUND;
            case ACTIVITY_TYPE_VISIT -> dev.perennial.domain.activity.ActivityType.VISIT;
            case ACTIVITY_TYPE_CUSTOM -> dev.perennial.domain.activity.ActivityType.CUSTOM;
            case ACTIVITY_TYPE_UNSPECIFIED, UNRECOGNIZED ->
                throw new IllegalArgumentException("an unknown type passed validation");
        };
    }
}
