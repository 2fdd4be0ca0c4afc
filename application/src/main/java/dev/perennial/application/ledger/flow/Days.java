package dev.perennial.application.ledger.flow;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Some days of the tenant's on end.
 *
 * @param last not before the first
 * @param start the first moment of the first
 * @param end the first moment after the last
 */
public record Days(LocalDate first, LocalDate last, Instant start, Instant end) {}
