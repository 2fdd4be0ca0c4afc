package dev.perennial.persistence.storage;

import dev.perennial.application.storage.StorageContract;
import dev.perennial.application.testing.Ports;
import dev.perennial.persistence.testing.JooqPorts;

final class JooqStorageTest extends StorageContract {

    @Override
    protected Ports ports() {
        return JooqPorts.create();
    }
}
