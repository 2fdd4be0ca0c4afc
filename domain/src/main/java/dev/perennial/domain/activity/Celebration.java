package dev.perennial.domain.activity;

/**
 * A day of the customer's own, which begins in the customer's time zone.
 *
 * @param type {@link ActivityType#BIRTHDAY} or {@link ActivityType#ANNIVERSARY}
 * @param year the calendar year of a birthday; how many years have passed of an anniversary
 */
public record Celebration(ActivityType type, int year) implements ActivityDetail {}
