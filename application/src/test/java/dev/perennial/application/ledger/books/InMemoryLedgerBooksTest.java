package dev.perennial.application.ledger.books;

import dev.perennial.application.testing.Ports;

final class InMemoryLedgerBooksTest extends LedgerBooksContract {

    private final Ports inMemory = Ports.inMemory();

    @Override
    protected Ports ports() {
        return inMemory;
    }
}
