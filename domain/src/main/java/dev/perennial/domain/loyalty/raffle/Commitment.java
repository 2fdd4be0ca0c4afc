package dev.perennial.domain.loyalty.raffle;

import java.time.Instant;

/**
 * A raffle of which nothing is known but that its seed is fixed.
 *
 * @param number the platform's number of the raffle within the tenant
 * @param id as the program names it
 * @param hash SHA-256 of the seed
 * @param announcedAt since when it is published
 */
public record Commitment(int number, String id, Hash hash, Instant announcedAt) {}
