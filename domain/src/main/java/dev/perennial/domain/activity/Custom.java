package dev.perennial.domain.activity;

/**
 * A fact of a kind that only the caller knows.
 *
 * @param name the caller's name of the kind, by which rules select it
 */
public record Custom(String name) implements ActivityDetail {

    @Override
    public ActivityType type() {
        return ActivityType.CUSTOM;
    }
}
