package dev.perennial.application.ledger.flow;

import dev.perennial.application.testing.Ports;

final class InMemoryUnitFlowsTest extends UnitFlowsContract {

    private final Ports inMemory = Ports.inMemory();

    @Override
    protected Ports ports() {
        return inMemory;
    }
}
