package dev.perennial.persistence.storage;

import dev.perennial.application.storage.PublishedTicketsContract;
import dev.perennial.application.testing.Ports;
import dev.perennial.persistence.testing.JooqPorts;

final class JooqPublishedTicketsTest extends PublishedTicketsContract {

    @Override
    protected Ports ports() {
        return JooqPorts.create();
    }
}
