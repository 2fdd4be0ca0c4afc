package dev.perennial.persistence.loyalty;

import dev.perennial.application.loyalty.reward.RedemptionLogContract;
import dev.perennial.application.testing.Ports;
import dev.perennial.persistence.testing.JooqPorts;

final class JooqRedemptionLogTest extends RedemptionLogContract {

    @Override
    protected Ports ports() {
        return JooqPorts.create();
    }
}
