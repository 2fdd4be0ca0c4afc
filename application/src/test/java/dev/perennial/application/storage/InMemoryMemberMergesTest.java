package dev.perennial.application.storage;

import dev.perennial.application.testing.Ports;

final class InMemoryMemberMergesTest extends MemberMergesContract {

    @Override
    protected Ports ports() {
        return Ports.inMemory();
    }
}
