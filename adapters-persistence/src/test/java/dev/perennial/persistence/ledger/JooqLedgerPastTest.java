package dev.perennial.persistence.ledger;

import dev.perennial.application.loyalty.LedgerPastContract;
import dev.perennial.application.testing.Ports;
import dev.perennial.persistence.testing.JooqPorts;

final class JooqLedgerPastTest extends LedgerPastContract {

    @Override
    protected Ports ports() {
        return JooqPorts.create();
    }
}
