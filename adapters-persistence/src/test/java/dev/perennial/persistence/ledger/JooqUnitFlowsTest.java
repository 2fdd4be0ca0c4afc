package dev.perennial.persistence.ledger;

import dev.perennial.application.ledger.flow.UnitFlowsContract;
import dev.perennial.application.testing.Ports;
import dev.perennial.persistence.testing.JooqPorts;

final class JooqUnitFlowsTest extends UnitFlowsContract {

    @Override
    protected Ports ports() {
        return JooqPorts.create();
    }
}
