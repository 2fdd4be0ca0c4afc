package dev.perennial.domain.shared;

/**
 * One thing that is wrong with an input.
 *
 * @param field the path of the offending field in the caller's own words, such as {@code earning_rules[2].condition}
 * @param description what is wrong with it and what would be accepted
 */
public record Problem(String field, String description) {}
