package dev.perennial.persistence.storage;

import dev.perennial.application.storage.RafflesContract;
import dev.perennial.application.testing.Ports;
import dev.perennial.persistence.testing.JooqPorts;

final class JooqRafflesTest extends RafflesContract {

    @Override
    protected Ports ports() {
        return JooqPorts.create();
    }
}
