package dev.perennial.persistence.storage;

import dev.perennial.application.storage.BudgetUsesContract;
import dev.perennial.application.testing.Ports;
import dev.perennial.persistence.testing.JooqPorts;

final class JooqBudgetUsesTest extends BudgetUsesContract {

    @Override
    protected Ports ports() {
        return JooqPorts.create();
    }
}
