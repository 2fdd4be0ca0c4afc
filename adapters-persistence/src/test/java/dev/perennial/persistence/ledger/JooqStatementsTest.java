package dev.perennial.persistence.ledger;

import dev.perennial.application.ledger.StatementsContract;
import dev.perennial.application.testing.Ports;
import dev.perennial.persistence.testing.JooqPorts;

final class JooqStatementsTest extends StatementsContract {

    @Override
    protected Ports ports() {
        return JooqPorts.create();
    }
}
