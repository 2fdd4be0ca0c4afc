package dev.perennial.domain.ledger;

import java.time.Instant;

/** What made units move, and from when it counts. */
public record Occasion(Cause cause, Instant at) {}
