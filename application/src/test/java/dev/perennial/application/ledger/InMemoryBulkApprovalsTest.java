package dev.perennial.application.ledger;

import dev.perennial.application.testing.Ports;

final class InMemoryBulkApprovalsTest extends BulkApprovalsContract {

    private final Ports inMemory = Ports.inMemory();

    @Override
    protected Ports ports() {
        return inMemory;
    }
}
