package dev.perennial.application.storage;

import dev.perennial.domain.shared.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A version by which members are planned again, and how far that is.
 *
 * @param effectiveAt when the version takes effect: everybody is due then at the latest
 * @param upTo the number of the last member who was planned; 0 before the first
 * @param last the highest number that anybody can have who was enrolled when it was asked: who came later was planned by
 *     the version from the beginning
 * @param planned how many members that were
 * @param left how many of those who were there when it was asked are still to come
 * @param running since the first of them was planned, in real time; up to the last one when it is worked off
 * @param finished whether it is worked off
 */
public record Replan(
        TenantId tenant,
        int version,
        Instant effectiveAt,
        int upTo,
        int last,
        long planned,
        long left,
        Duration running,
        boolean finished) {

    /** How many members a second; empty as long as nothing can be said. */
    public Optional<Long> rate() {
        long millis = running.toMillis();
        return planned == 0 || millis == 0 ? Optional.empty() : Optional.of(planned * 1_000 / millis);
    }

    /** How long the others will take at the rate so far; empty as long as nothing can be said, and when it is done. */
    public Optional<Duration> timeLeft() {
        return planned == 0 || finished
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(running.toMillis() * left / planned));
    }
}
