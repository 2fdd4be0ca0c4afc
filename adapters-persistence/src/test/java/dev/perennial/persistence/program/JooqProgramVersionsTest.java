package dev.perennial.persistence.program;

import dev.perennial.application.storage.ProgramVersionsContract;
import dev.perennial.application.testing.Ports;
import dev.perennial.persistence.testing.JooqPorts;

final class JooqProgramVersionsTest extends ProgramVersionsContract {

    @Override
    protected Ports ports() {
        return JooqPorts.create();
    }
}
