package dev.perennial.persistence.storage;

import dev.perennial.application.storage.RequestsContract;
import dev.perennial.application.testing.Ports;
import dev.perennial.persistence.testing.JooqPorts;

final class JooqRequestsTest extends RequestsContract {

    @Override
    protected Ports ports() {
        return JooqPorts.create();
    }
}
