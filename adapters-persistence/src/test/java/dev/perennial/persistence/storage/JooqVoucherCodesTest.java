package dev.perennial.persistence.storage;

import dev.perennial.application.storage.VoucherCodesContract;
import dev.perennial.application.testing.Ports;
import dev.perennial.persistence.testing.JooqPorts;

final class JooqVoucherCodesTest extends VoucherCodesContract {

    @Override
    protected Ports ports() {
        return JooqPorts.create();
    }
}
