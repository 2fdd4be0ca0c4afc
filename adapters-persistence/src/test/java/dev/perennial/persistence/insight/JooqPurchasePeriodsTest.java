package dev.perennial.persistence.insight;

import dev.perennial.application.insight.PurchasePeriodsContract;
import dev.perennial.application.testing.Ports;
import dev.perennial.persistence.testing.JooqPorts;

final class JooqPurchasePeriodsTest extends PurchasePeriodsContract {

    @Override
    protected Ports ports() {
        return JooqPorts.create();
    }
}
