package dev.perennial.application.storage;

import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.RequestKey;
import dev.perennial.application.shared.Secret;
import dev.perennial.domain.loyalty.raffle.Place;
import dev.perennial.domain.loyalty.raffle.Raffle;
import dev.perennial.domain.shared.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** How far raffles are, and the secrets that they are drawn with. */
public interface Raffles {

    /**
     * Makes secrets for those of the raffles that have none, and by this commits to their seeds. Those that are known
     * stay as they are.
     *
     * @throws dev.perennial.application.shared.StorageException.Conflict when others announce at the same time
     */
    void announce(TenantId tenant, Collection<String> raffles, Instant now);

    /** The raffle; empty when it was never announced. */
    Optional<Raffle> find(TenantId tenant, String raffle);

    /** The raffle, which nobody else changes until the transaction ends; empty when it was never announced. */
    Optional<Raffle> lock(TenantId tenant, String raffle);

    /** The secrets of a raffle that was announced. */
    Secrets secrets(TenantId tenant, String raffle);

    /** Writes how far the list is. */
    void save(TenantId tenant, Raffle.Closing raffle);

    /** Writes that the list is complete, with the reply and the key of the request that closed the raffle. */
    void close(TenantId tenant, Raffle.Closed raffle, RequestKey key, Payload reply);

    /**
     * Writes that the winners are known, with the reply and the key of the request that drew.
     *
     * @param places the beginning of the sequence: as many as there are to be winners
     */
    void draw(TenantId tenant, Raffle.Drawn raffle, List<Place> places, RequestKey key, Payload reply);

    /**
     * What nobody may know before its time.
     *
     * @param seed 32 bytes, revealed with the draw
     * @param salt 32 bytes, of which pseudonyms are made; never revealed
     */
    record Secrets(Secret seed, Secret salt) {}
}
