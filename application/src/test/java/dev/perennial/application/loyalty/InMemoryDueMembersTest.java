package dev.perennial.application.loyalty;

import dev.perennial.application.testing.Ports;

final class InMemoryDueMembersTest extends DueMembersContract {

    private final Ports inMemory = Ports.inMemory();

    @Override
    protected Ports ports() {
        return inMemory;
    }
}
