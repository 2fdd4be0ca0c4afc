package dev.perennial.application.storage;

import dev.perennial.application.testing.Ports;

final class InMemoryMemberRecordsTest extends MemberRecordsContract {

    @Override
    protected Ports ports() {
        return Ports.inMemory();
    }
}
