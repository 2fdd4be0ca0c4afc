package dev.perennial.application.loyalty.standing;

import dev.perennial.application.testing.Ports;

final class InMemoryStandingHistoryTest extends StandingHistoryContract {

    private final Ports inMemory = Ports.inMemory();

    @Override
    protected Ports ports() {
        return inMemory;
    }
}
