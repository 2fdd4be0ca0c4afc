package dev.perennial.application.ledger;

import dev.perennial.application.testing.Ports;

final class InMemoryProposalLogTest extends ProposalLogContract {

    private final Ports inMemory = Ports.inMemory();

    @Override
    protected Ports ports() {
        return inMemory;
    }
}
