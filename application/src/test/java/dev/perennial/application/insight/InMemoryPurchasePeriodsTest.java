package dev.perennial.application.insight;

import dev.perennial.application.testing.Ports;

final class InMemoryPurchasePeriodsTest extends PurchasePeriodsContract {

    private final Ports inMemory = Ports.inMemory();

    @Override
    protected Ports ports() {
        return inMemory;
    }
}
