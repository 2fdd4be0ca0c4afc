package dev.perennial.persistence.ledger;

import dev.perennial.application.ledger.BulkApprovalsContract;
import dev.perennial.application.testing.Ports;
import dev.perennial.persistence.testing.JooqPorts;

final class JooqBulkApprovalsTest extends BulkApprovalsContract {

    @Override
    protected Ports ports() {
        return JooqPorts.create();
    }
}
