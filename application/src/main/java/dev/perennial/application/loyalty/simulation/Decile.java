package dev.perennial.application.loyalty.simulation;

/**
 * A tenth of the members.
 *
 * @param number from 1, the members who earned most, to 10
 * @param base what they earned together under the versions as they were applied
 * @param proposed what they would have earned
 */
public record Decile(int number, long members, long base, long proposed) {}
