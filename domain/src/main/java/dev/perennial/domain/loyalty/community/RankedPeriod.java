package dev.perennial.domain.loyalty.community;

import java.time.LocalDate;

/**
 * One period of a ranking.
 *
 * @param start the first day of the period
 */
public record RankedPeriod(String leaderboard, LocalDate start) {}
