package dev.perennial.persistence.loyalty;

import dev.perennial.application.loyalty.standing.StandingHistoryContract;
import dev.perennial.application.testing.Ports;
import dev.perennial.persistence.testing.JooqPorts;

final class JooqStandingHistoryTest extends StandingHistoryContract {

    @Override
    protected Ports ports() {
        return JooqPorts.create();
    }
}
