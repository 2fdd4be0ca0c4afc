package dev.perennial.domain.loyalty.community;

import java.time.LocalDate;

/**
 * What a club has to do with one period of a counter.
 *
 * @param start the first day of the period
 */
public record ClubPeriod(String club, String counter, LocalDate start) {}
