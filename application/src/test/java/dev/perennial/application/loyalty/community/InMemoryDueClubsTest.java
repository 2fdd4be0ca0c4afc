package dev.perennial.application.loyalty.community;

import dev.perennial.application.testing.Ports;

final class InMemoryDueClubsTest extends DueClubsContract {

    private final Ports inMemory = Ports.inMemory();

    @Override
    protected Ports ports() {
        return inMemory;
    }
}
