package dev.perennial.application.loyalty.reward;

import dev.perennial.application.testing.Ports;

final class InMemoryCheckoutLogTest extends CheckoutLogContract {

    private final Ports inMemory = Ports.inMemory();

    @Override
    protected Ports ports() {
        return inMemory;
    }
}
