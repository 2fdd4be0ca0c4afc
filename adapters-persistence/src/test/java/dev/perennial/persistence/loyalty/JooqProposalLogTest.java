package dev.perennial.persistence.loyalty;

import dev.perennial.application.ledger.ProposalLogContract;
import dev.perennial.application.testing.Ports;
import dev.perennial.persistence.testing.JooqPorts;

final class JooqProposalLogTest extends ProposalLogContract {

    @Override
    protected Ports ports() {
        return JooqPorts.create();
    }
}
