package dev.perennial.application.sandbox;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Whoever asked for an advance.
 *
 * @param gone whether nobody waits any more; the advance then stops where it is
 * @param reached told after each step
 */
public record Observer(BooleanSupplier gone, Consumer<Progress> reached) {

    boolean isGone() {
        return gone.getAsBoolean();
    }
}
