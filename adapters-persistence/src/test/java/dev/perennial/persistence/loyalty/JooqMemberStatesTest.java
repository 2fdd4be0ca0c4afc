package dev.perennial.persistence.loyalty;

import dev.perennial.application.storage.MemberStatesContract;
import dev.perennial.application.testing.Ports;
import dev.perennial.persistence.testing.JooqPorts;

final class JooqMemberStatesTest extends MemberStatesContract {

    @Override
    protected Ports ports() {
        return JooqPorts.create();
    }
}
