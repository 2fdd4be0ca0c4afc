package dev.perennial.application.loyalty.reward;

import dev.perennial.application.testing.Ports;

final class InMemoryVoucherKeysTest extends VoucherKeysContract {

    private final Ports inMemory = Ports.inMemory();

    @Override
    protected Ports ports() {
        return inMemory;
    }
}
