package dev.perennial.persistence.loyalty;

import dev.perennial.application.storage.MemberHistoryContract;
import dev.perennial.application.testing.Ports;
import dev.perennial.persistence.testing.JooqPorts;

final class JooqMemberHistoryTest extends MemberHistoryContract {

    @Override
    protected Ports ports() {
        return JooqPorts.create();
    }
}
