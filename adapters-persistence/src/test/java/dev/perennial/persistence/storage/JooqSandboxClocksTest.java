package dev.perennial.persistence.storage;

import dev.perennial.application.storage.SandboxClocksContract;
import dev.perennial.application.testing.Ports;
import dev.perennial.persistence.testing.JooqPorts;

final class JooqSandboxClocksTest extends SandboxClocksContract {

    @Override
    protected Ports ports() {
        return JooqPorts.create();
    }
}
