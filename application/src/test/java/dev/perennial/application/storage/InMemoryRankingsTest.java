package dev.perennial.application.storage;

import dev.perennial.application.testing.Ports;

final class InMemoryRankingsTest extends RankingsContract {

    private final Ports inMemory = Ports.inMemory();

    @Override
    protected Ports ports() {
        return inMemory;
    }
}
