package dev.perennial.application.storage;

import dev.perennial.application.testing.Ports;

final class InMemoryGuestOrdersTest extends GuestOrdersContract {

    private final Ports inMemory = Ports.inMemory();

    @Override
    protected Ports ports() {
        return inMemory;
    }
}
