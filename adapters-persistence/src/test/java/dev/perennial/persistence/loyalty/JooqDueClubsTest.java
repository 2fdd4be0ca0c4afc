package dev.perennial.persistence.loyalty;

import dev.perennial.application.loyalty.community.DueClubsContract;
import dev.perennial.application.testing.Ports;
import dev.perennial.persistence.testing.JooqPorts;

final class JooqDueClubsTest extends DueClubsContract {

    @Override
    protected Ports ports() {
        return JooqPorts.create();
    }
}
