package dev.perennial.persistence.shared;

import dev.perennial.application.shared.TenantsContract;
import dev.perennial.application.testing.Ports;
import dev.perennial.persistence.testing.JooqPorts;

final class JooqTenantsTest extends TenantsContract {

    @Override
    protected Ports ports() {
        return JooqPorts.create();
    }
}
