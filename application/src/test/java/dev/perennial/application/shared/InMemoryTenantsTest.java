package dev.perennial.application.shared;

import dev.perennial.application.testing.Ports;

final class InMemoryTenantsTest extends TenantsContract {

    private final Ports inMemory = Ports.inMemory();

    @Override
    protected Ports ports() {
        return inMemory;
    }
}
