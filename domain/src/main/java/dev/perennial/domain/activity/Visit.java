package dev.perennial.domain.activity;

/** The customer came to a store or opened a session; everything known about it stands on the activity. */
public record Visit() implements ActivityDetail {

    @Override
    public ActivityType type() {
        return ActivityType.VISIT;
    }
}
