package dev.perennial.persistence.loyalty;

import dev.perennial.application.storage.MemberRecordsContract;
import dev.perennial.application.testing.Ports;
import dev.perennial.persistence.testing.JooqPorts;

final class JooqMemberRecordsTest extends MemberRecordsContract {

    @Override
    protected Ports ports() {
        return JooqPorts.create();
    }
}
