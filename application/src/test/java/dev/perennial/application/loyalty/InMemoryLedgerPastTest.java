package dev.perennial.application.loyalty;

import dev.perennial.application.testing.Ports;

final class InMemoryLedgerPastTest extends LedgerPastContract {

    private final Ports inMemory = Ports.inMemory();

    @Override
    protected Ports ports() {
        return inMemory;
    }
}
