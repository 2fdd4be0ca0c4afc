package dev.perennial.domain.loyalty.migration;

import java.time.Instant;

/**
 * A level that was promised elsewhere.
 *
 * @param level its id in the program
 * @param until the first moment at which it no longer holds; then the member has what was earned here
 */
public record BroughtLevel(String level, Instant until) {}
