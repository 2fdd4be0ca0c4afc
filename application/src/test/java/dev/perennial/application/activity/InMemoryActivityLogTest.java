package dev.perennial.application.activity;

import dev.perennial.application.testing.Ports;

final class InMemoryActivityLogTest extends ActivityLogContract {

    private final Ports inMemory = Ports.inMemory();

    @Override
    protected Ports ports() {
        return inMemory;
    }
}
