package dev.perennial.persistence.loyalty;

import dev.perennial.application.storage.GuestOrdersContract;
import dev.perennial.application.testing.Ports;
import dev.perennial.persistence.testing.JooqPorts;

final class JooqGuestOrdersTest extends GuestOrdersContract {

    @Override
    protected Ports ports() {
        return JooqPorts.create();
    }
}
