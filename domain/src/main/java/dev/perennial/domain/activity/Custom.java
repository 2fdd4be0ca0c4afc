package dev.perennial.domain.activity;

/**
 * A fact of a kind that only the caller knows.
 *
 * @param name the caller's name of the kind, by which rules select it
 * @param orderId the order that it is about, such as the one that was delivered; empty for none
 */
public record Custom(String name, String orderId) implements ActivityDetail {

    @Override
    public ActivityType type() {
        return ActivityType.CUSTOM;
    }

    @Override
    public String aboutOrder() {
        return orderId;
    }
}
