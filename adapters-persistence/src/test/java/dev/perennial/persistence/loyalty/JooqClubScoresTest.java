package dev.perennial.persistence.loyalty;

import dev.perennial.application.storage.ClubScoresContract;
import dev.perennial.application.testing.Ports;
import dev.perennial.persistence.testing.JooqPorts;

final class JooqClubScoresTest extends ClubScoresContract {

    @Override
    protected Ports ports() {
        return JooqPorts.create();
    }
}
