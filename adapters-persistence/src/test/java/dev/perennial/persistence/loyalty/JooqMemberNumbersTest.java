package dev.perennial.persistence.loyalty;

import dev.perennial.application.loyalty.MemberNumbersContract;
import dev.perennial.application.testing.Ports;
import dev.perennial.persistence.testing.JooqPorts;

final class JooqMemberNumbersTest extends MemberNumbersContract {

    @Override
    protected Ports ports() {
        return JooqPorts.create();
    }
}
