package dev.perennial.persistence.storage;

import dev.perennial.application.storage.ReplansContract;
import dev.perennial.application.testing.Ports;
import dev.perennial.persistence.testing.JooqPorts;

final class JooqReplansTest extends ReplansContract {

    @Override
    protected Ports ports() {
        return JooqPorts.create();
    }
}
