package dev.perennial.domain.loyalty.standing;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What will be lost of what was earned, because of a refund that comes later in the fold.
 *
 * @param bucket where it was put when it was earned
 * @param earnedAt when it was earned
 * @param lostAt when it was refunded
 */
public record Loss(LocalDate bucket, Instant earnedAt, Instant lostAt, long amount) {}
