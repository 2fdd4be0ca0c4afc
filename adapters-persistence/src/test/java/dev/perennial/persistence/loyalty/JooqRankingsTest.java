package dev.perennial.persistence.loyalty;

import dev.perennial.application.storage.RankingsContract;
import dev.perennial.application.testing.Ports;
import dev.perennial.persistence.testing.JooqPorts;

final class JooqRankingsTest extends RankingsContract {

    @Override
    protected Ports ports() {
        return JooqPorts.create();
    }
}
