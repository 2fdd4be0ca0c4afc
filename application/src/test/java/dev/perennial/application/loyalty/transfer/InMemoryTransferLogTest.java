package dev.perennial.application.loyalty.transfer;

import dev.perennial.application.testing.Ports;

final class InMemoryTransferLogTest extends TransferLogContract {

    private final Ports inMemory = Ports.inMemory();

    @Override
    protected Ports ports() {
        return inMemory;
    }
}
