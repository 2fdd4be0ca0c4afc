package dev.perennial.persistence.loyalty;

import dev.perennial.application.loyalty.reward.CheckoutLogContract;
import dev.perennial.application.testing.Ports;
import dev.perennial.persistence.testing.JooqPorts;

final class JooqCheckoutLogTest extends CheckoutLogContract {

    @Override
    protected Ports ports() {
        return JooqPorts.create();
    }
}
