package dev.perennial.persistence.storage;

import dev.perennial.application.storage.PoolPlacesContract;
import dev.perennial.application.testing.Ports;
import dev.perennial.persistence.testing.JooqPorts;

final class JooqPoolPlacesTest extends PoolPlacesContract {

    @Override
    protected Ports ports() {
        return JooqPorts.create();
    }
}
