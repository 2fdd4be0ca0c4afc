package dev.perennial.persistence.storage;

import dev.perennial.application.storage.TicketSnapshotContract;
import dev.perennial.application.testing.Ports;
import dev.perennial.persistence.testing.JooqPorts;

final class JooqTicketSnapshotTest extends TicketSnapshotContract {

    @Override
    protected Ports ports() {
        return JooqPorts.create();
    }
}
