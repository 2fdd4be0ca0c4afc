package dev.perennial.persistence.loyalty;

import dev.perennial.application.loyalty.DueMembersContract;
import dev.perennial.application.testing.Ports;
import dev.perennial.persistence.testing.JooqPorts;

final class JooqDueMembersTest extends DueMembersContract {

    @Override
    protected Ports ports() {
        return JooqPorts.create();
    }
}
