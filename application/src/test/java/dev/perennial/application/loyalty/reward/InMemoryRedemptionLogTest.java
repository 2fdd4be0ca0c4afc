package dev.perennial.application.loyalty.reward;

import dev.perennial.application.testing.Ports;

final class InMemoryRedemptionLogTest extends RedemptionLogContract {

    private final Ports inMemory = Ports.inMemory();

    @Override
    protected Ports ports() {
        return inMemory;
    }
}
