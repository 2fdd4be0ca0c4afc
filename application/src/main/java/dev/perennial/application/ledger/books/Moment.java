package dev.perennial.application.ledger.books;

import java.time.Instant;

/**
 * Two readings of time.
 *
 * @param asOf entries that count from then or earlier
 * @param knownAt and were recorded by then
 */
public record Moment(Instant asOf, Instant knownAt) {}
