package dev.perennial.persistence.loyalty;

import dev.perennial.application.storage.MemberMergesContract;
import dev.perennial.application.testing.Ports;
import dev.perennial.persistence.testing.JooqPorts;

final class JooqMemberMergesTest extends MemberMergesContract {

    @Override
    protected Ports ports() {
        return JooqPorts.create();
    }
}
