package dev.perennial.domain.loyalty;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.Custom;

/** A custom activity about an order for which something may have waited, such as its delivery. */
final class Confirmation {

    private Confirmation() {}

    static boolean of(Activity activity, String name) {
        return activity.detail() instanceof Custom custom
                && !custom.orderId().isEmpty()
                && custom.name().equals(name);
    }
}
