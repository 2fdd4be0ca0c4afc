package dev.perennial.persistence.activity;

import dev.perennial.application.activity.ActivityLogContract;
import dev.perennial.application.testing.Ports;
import dev.perennial.persistence.testing.JooqPorts;

final class JooqActivityLogTest extends ActivityLogContract {

    @Override
    protected Ports ports() {
        return JooqPorts.create();
    }
}
