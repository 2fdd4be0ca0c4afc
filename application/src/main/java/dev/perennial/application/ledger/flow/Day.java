package dev.perennial.application.ledger.flow;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A day of the tenant's.
 *
 * @param start its first moment
 * @param end the first moment of the next
 */
public record Day(LocalDate on, Instant start, Instant end) {}
