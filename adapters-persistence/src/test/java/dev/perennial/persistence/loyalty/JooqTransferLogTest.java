package dev.perennial.persistence.loyalty;

import dev.perennial.application.loyalty.transfer.TransferLogContract;
import dev.perennial.application.testing.Ports;
import dev.perennial.persistence.testing.JooqPorts;

final class JooqTransferLogTest extends TransferLogContract {

    @Override
    protected Ports ports() {
        return JooqPorts.create();
    }
}
