package dev.perennial.persistence.ledger;

import dev.perennial.application.ledger.books.LedgerBooksContract;
import dev.perennial.application.testing.Ports;
import dev.perennial.persistence.testing.JooqPorts;

final class JooqLedgerBooksTest extends LedgerBooksContract {

    @Override
    protected Ports ports() {
        return JooqPorts.create();
    }
}
